using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gradus.Web.Tests.Api;

/// <summary>The API does what the pages do.</summary>
public sealed class ServiceApiTests
{
    [Fact]
    public async Task Questions_Searched_AreThoseOfTheLibrary()
    {
        await using TestSite site = await TestSite.StartAsync();

        JsonElement found = await site.Client.GetFromJsonAsync<JsonElement>("/api/questions?q=scaling&level=1");
        JsonElement question = await site.Client.GetFromJsonAsync<JsonElement>("/api/questions/sample-scaling");

        JsonElement hit = Assert.Single(found.GetProperty("hits").EnumerateArray());
        Assert.Equal("sample-scaling", hit.GetProperty("question").GetProperty("id").GetString());
        Assert.Equal("new", hit.GetProperty("question").GetProperty("state").GetString());
        Assert.Equal(2, found.GetProperty("total").GetInt32());
        Assert.Equal("concept", question.GetProperty("kind").GetString());
        Assert.DoesNotContain("The second fact", question.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_AfterAnAnswer_HoldsItsMastery()
    {
        await using TestSite site = await TestSite.StartAsync();
        await site.AnswerAsync("sample-scaling", "first and second");

        JsonElement map = await site.Client.GetFromJsonAsync<JsonElement>("/api/map");

        JsonElement concept = map.GetProperty("concepts").EnumerateArray().Single(item => item.GetProperty("id").GetString() == "sample-scaling");
        Assert.Equal(("mastered", 1.0), (concept.GetProperty("state").GetString(), concept.GetProperty("mastery").GetDouble()));
        Assert.Equal("2026-11-21", map.GetProperty("today").GetString());
        Assert.Equal(1, Assert.Single(map.GetProperty("done").EnumerateArray()).GetProperty("answers").GetInt32());
    }

    [Fact]
    public async Task Interview_StartedAnsweredAndFinished_HasAReport()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage started = await site.Client.PostAsJsonAsync("/api/interviews", new { minutes = 15, seed = 1 });
        JsonElement sitting = await started.Content.ReadFromJsonAsync<JsonElement>();
        string address = $"/api/interviews/{sitting.GetProperty("id").GetString()}";
        using HttpResponseMessage answered = await site.Client.PostAsJsonAsync(address + "/answers", new { answer = "the first is magic", elapsedSeconds = 30, round = 1 });
        using HttpResponseMessage finished = await site.Client.PostAsJsonAsync(address + "/finish", new { });
        JsonElement ended = await finished.Content.ReadFromJsonAsync<JsonElement>();
        using HttpResponseMessage again = await site.Client.PostAsJsonAsync(address + "/answers", new { answer = "late" });

        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal("finished", ended.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Object, ended.GetProperty("report").ValueKind);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Single((await site.Client.GetFromJsonAsync<JsonElement>("/api/interviews")).GetProperty("interviews").EnumerateArray());
    }

    [Fact]
    public async Task Interview_HintTaken_IsToldAndCosts()
    {
        await using TestSite site = await TestSite.StartAsync();
        string address = await StartAsync(site, new { minutes = 15, seed = 1 });
        string draft = $"/api/drafts/sitting%3A{address[(address.LastIndexOf('/') + 1)..]}%3A1";
        using HttpResponseMessage kept = await site.Client.PutAsJsonAsync(draft, new { text = "the first fact", elapsedSeconds = 20 });

        using HttpResponseMessage byDraft = await site.Client.PostAsync(address + "/hints", null);
        using HttpResponseMessage byText = await site.Client.PostAsJsonAsync(address + "/hints", new { draft = "the second fact", round = 1 });
        JsonElement hinted = await byText.Content.ReadFromJsonAsync<JsonElement>();
        using HttpResponseMessage answered = await site.Client.PostAsJsonAsync(address + "/answers", new { answer = "first and second", round = 1 });
        JsonElement round = (await answered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rounds")[0];

        Assert.Equal(HttpStatusCode.OK, byDraft.StatusCode);
        JsonElement[] hints = [.. hinted.GetProperty("rounds")[0].GetProperty("hints").EnumerateArray()];
        Assert.Equal(["p2", "p1"], hints.Select(hint => hint.GetProperty("item").GetString()));
        Assert.StartsWith("A principle is missing", hints[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0.8, round.GetProperty("score").GetDouble(), 12);
        Assert.Equal("explain", round.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Interview_PausedAndResumed_DoesNotCountTheTimeBetween()
    {
        await using TestSite site = await TestSite.StartAsync();
        string address = await StartAsync(site, new { minutes = 15, seed = 1 });

        using HttpResponseMessage paused = await site.Client.PostAsync(address + "/pause", null);
        JsonElement during = await paused.Content.ReadFromJsonAsync<JsonElement>();
        site.Clock.Advance(TimeSpan.FromMinutes(7));
        using HttpResponseMessage again = await site.Client.PostAsync(address + "/pause", null);
        using HttpResponseMessage resumed = await site.Client.PostAsync(address + "/resume", null);
        JsonElement after = await resumed.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (paused.StatusCode, again.StatusCode));
        Assert.Equal(site.Clock.GetUtcNow().AddMinutes(-7), during.GetProperty("pausedAt").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, after.GetProperty("pausedAt").ValueKind);
        Assert.Equal(420, after.GetProperty("pausedSeconds").GetDouble());
    }

    [Fact]
    public async Task Interview_OfATopicAndAKind_AsksThatAlone()
    {
        await using TestSite site = await TestSite.StartRealAsync();

        using HttpResponseMessage started = await site.Client.PostAsJsonAsync("/api/interviews", new { minutes = 15, seed = 1, topic = "vision", rounds = "teach" });
        JsonElement sitting = await started.Content.ReadFromJsonAsync<JsonElement>();

        JsonElement round = Assert.Single(sitting.GetProperty("rounds").EnumerateArray());
        Assert.Equal("teach", round.GetProperty("kind").GetString());
        Assert.Equal("vision", site.Application.Bank.Find(round.GetProperty("question").GetString()!)!.Topic);
        Assert.Equal(("vision", "teach"), (sitting.GetProperty("options").GetProperty("topic").GetString(), sitting.GetProperty("options").GetProperty("rounds").GetString()));
    }

    [Theory]
    [InlineData("/interviews", "{\"topic\":\"optimisation\"}", HttpStatusCode.NotFound, "optimization")]
    [InlineData("/interviews", "{\"topic\":\"vision\"}", HttpStatusCode.Conflict, "no question on the topic 'vision'")]
    [InlineData("/interviews", "{\"rounds\":\"sung\"}", HttpStatusCode.BadRequest, "")]
    [InlineData("/interviews/none/hints", "{}", HttpStatusCode.NotFound, "none")]
    [InlineData("/interviews/none/pause", "", HttpStatusCode.NotFound, "none")]
    [InlineData("/interviews/none/resume", "", HttpStatusCode.NotFound, "none")]
    [InlineData("RUNNING/hints", "{\"round\":2}", HttpStatusCode.Conflict, "round 1 is")]
    [InlineData("RUNNING/hints", "{\"draft\":\"first second\"}", HttpStatusCode.Conflict, "Nothing is missing")]
    [InlineData("FINISHED/hints", "{}", HttpStatusCode.Conflict, "is finished")]
    [InlineData("FINISHED/pause", "", HttpStatusCode.Conflict, "is finished")]
    [InlineData("FINISHED/resume", "", HttpStatusCode.Conflict, "is finished")]
    public async Task Interview_WhatCannotBeDone_IsAProblemWithItsCause(string path, string body, HttpStatusCode status, string cause)
    {
        await using TestSite site = await TestSite.StartAsync();
        string address = await StartAsync(site, new { minutes = 15, seed = 1 });
        if (path.StartsWith("FINISHED", StringComparison.Ordinal))
        {
            using HttpResponseMessage finished = await site.Client.PostAsync(address + "/finish", null);
        }

        string target = path.StartsWith('/') ? "/api" + path : address + path[path.IndexOf('/', StringComparison.Ordinal)..];
        using HttpResponseMessage refused = await site.Client.PostAsync(target, body.Length == 0 ? null : new StringContent(body, null, "application/json"));

        Assert.Equal(status, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains(cause, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviews_Rated_MoveAndAnswersCanBeOverruled()
    {
        await using TestSite site = await TestSite.StartAsync();
        string answer = await site.AnswerAsync("sample-scaling", "first");

        using HttpResponseMessage overruled = await site.Client.PostAsJsonAsync($"/api{answer}/rating", new { rating = 1 });
        using HttpResponseMessage rated = await site.Client.PostAsJsonAsync("/api/reviews/sample-depth", new { rating = 4 });
        using HttpResponseMessage none = await site.Client.PostAsJsonAsync("/api/reviews/sample-depth", new { rating = 5 });
        site.Clock.Advance(TimeSpan.FromHours(1));
        JsonElement reviews = await site.Client.GetFromJsonAsync<JsonElement>("/api/reviews");

        Assert.Equal(HttpStatusCode.OK, overruled.StatusCode);
        Assert.Equal(HttpStatusCode.OK, rated.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Equal("sample-scaling", Assert.Single(reviews.GetProperty("due").EnumerateArray()).GetProperty("question").GetString());
    }

    [Fact]
    public async Task Author_PutCheckGradeDelete_WorkOnOneFile()
    {
        await using TestSite site = await TestSite.StartAsync();
        JsonElement file = await site.Client.GetFromJsonAsync<JsonElement>("/api/author/weight-tying");
        string text = file.GetProperty("text").GetString()!;

        using HttpResponseMessage put = await site.Client.PutAsJsonAsync("/api/author/weight-tying", new { text });
        using HttpResponseMessage check = await site.Client.PostAsJsonAsync("/api/author/weight-tying/check", new { text = text.Replace("level: 1", "level: 7", StringComparison.Ordinal) });
        JsonElement said = await check.Content.ReadFromJsonAsync<JsonElement>();
        using HttpResponseMessage graded = await site.Client.PostAsJsonAsync("/api/author/weight-tying/grade", new { text, answer = "It works because of this." });
        using HttpResponseMessage broken = await site.Client.PutAsJsonAsync("/api/author/weight-tying", new { text = "---" });
        using HttpResponseMessage delete = await site.Client.DeleteAsync("/api/author/weight-tying");
        using HttpResponseMessage gone = await site.Client.DeleteAsync("/api/author/weight-tying");

        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.False(said.GetProperty("canBeStored").GetBoolean());
        Assert.Contains(said.GetProperty("issues").EnumerateArray(), issue => issue.GetProperty("field").GetString() == "level" && issue.GetProperty("severity").GetString() == "error");
        Assert.Equal(HttpStatusCode.OK, graded.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Settings_Put_AreToldWithoutTheKey()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage days = await site.Client.PutAsJsonAsync("/api/settings/days", new { zone = "Europe/Berlin", rolloverHour = 5 });
        using HttpResponseMessage model = await site.Client.PutAsJsonAsync("/api/settings/model", new { address = "http://127.0.0.1:9/v1", model = "m", key = "very-secret" });
        string told = await site.Client.GetStringAsync("/api/settings");
        using HttpResponseMessage bad = await site.Client.PutAsJsonAsync("/api/settings/days", new { zone = "Mars/Olympus" });
        using HttpResponseMessage clear = await site.Client.DeleteAsync("/api/settings/model");

        Assert.Contains("\"zone\":\"Europe/Berlin\",\"rolloverHour\":5", told, StringComparison.Ordinal);
        Assert.Contains("\"hasKey\":true", told, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Null(site.Application.Model.Current);
    }

    [Fact]
    public async Task HistoryAndLabs_Listed_AreThoseOfThePages()
    {
        await using TestSite site = await TestSite.StartAsync();
        await site.AnswerAsync("sample-scaling", "first");

        JsonElement history = await site.Client.GetFromJsonAsync<JsonElement>("/api/history");
        JsonElement labs = await site.Client.GetFromJsonAsync<JsonElement>("/api/labs");

        JsonElement entry = Assert.Single(history.GetProperty("entries").EnumerateArray());
        Assert.Equal(("answer", "sample-scaling", 0.5), (entry.GetProperty("kind").GetString(), entry.GetProperty("about").GetString(), entry.GetProperty("score").GetDouble()));
        Assert.Equal("sample-lab", Assert.Single(labs.GetProperty("labs").EnumerateArray()).GetProperty("id").GetString());
    }

    private static async Task<string> StartAsync(TestSite site, object options)
    {
        using HttpResponseMessage started = await site.Client.PostAsJsonAsync("/api/interviews", options);
        return $"/api/interviews/{(await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}";
    }
}
