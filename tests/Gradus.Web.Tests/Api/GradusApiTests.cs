using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gradus.Hosting.Json;
using Gradus.Interview.Grading;

namespace Gradus.Web.Tests.Api;

public sealed class GradusApiTests
{
    [Fact]
    public async Task Draft_PutThenQuestionPage_IsInTheEditor()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage put = await site.Client.PutAsJsonAsync("/api/drafts/question%3Asample-scaling", new { text = "half a </textarea><script>thought", elapsedSeconds = 65 });
        string page = await site.PageAsync("/questions/sample-scaling");

        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.Contains("half a &lt;/textarea&gt;&lt;script&gt;thought", page, StringComparison.Ordinal);
        Assert.Contains("data-elapsed=\"65\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_NameOfNoDraft_IsAProblem()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage put = await site.Client.PutAsJsonAsync("/api/drafts/other", new { text = "x", elapsedSeconds = 1 });

        await AssertProblemAsync(put, HttpStatusCode.BadRequest, "question:ID");
    }

    [Fact]
    public async Task Grade_Answer_IsTheVerdictOfTheCommandLine()
    {
        const string answer = "Accuracy misleads when classes are imbalanced.";
        await using TestSite site = await TestSite.StartRealAsync();

        using HttpResponseMessage response = await site.Client.PostAsJsonAsync("/api/grade", new { question = "accuracy-trap", answer });

        Verdict verdict = site.Application.Grader.Grade(site.Application.Bank.Find("accuracy-trap")!, answer);
        Assert.Equal(JsonSerializer.Serialize(verdict, GradusJson.Options), await response.Content.ReadAsStringAsync());
        Assert.Empty(site.Application.History.Recent());
    }

    [Theory]
    [InlineData("{\"question\":\"sample-scalin\",\"answer\":\"x\"}", HttpStatusCode.NotFound, "sample-scaling")]
    [InlineData("{\"question\":", HttpStatusCode.BadRequest, "")]
    [InlineData("[]", HttpStatusCode.BadRequest, "")]
    public async Task Grade_BadInput_IsAProblemWithItsCause(string body, HttpStatusCode status, string cause)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.PostAsync("/api/grade", new StringContent(body, null, "application/json"));

        await AssertProblemAsync(response, status, cause);
    }

    [Fact]
    public async Task Grade_FormInsteadOfJson_IsRefused()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.PostAsync("/api/grade", new FormUrlEncodedContent([new("question", "sample-scaling")]));

        await AssertProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "application/json");
    }

    [Fact]
    public async Task Answers_Posted_AreInTheHistory()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.PostAsJsonAsync("/api/questions/sample-scaling/answers", new { answer = "first, second", elapsedSeconds = 12.5 });
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        JsonElement again = await site.Client.GetFromJsonAsync<JsonElement>($"/api/answers/{answer.GetProperty("id").GetString()}");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(1, again.GetProperty("verdict").GetProperty("score").GetDouble());
        Assert.Equal(12.5, Assert.Single(site.Application.History.Recent()).Answer!.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task Runs_StartedOverHttp_TellEveryValueThenTheResult()
    {
        await using TestSite site = await TestSite.StartAsync();
        using HttpResponseMessage started = await site.Client.PostAsJsonAsync("/api/labs/sample-lab/runs", new { seed = 7, seeds = 2 });
        JsonElement run = await started.Content.ReadFromJsonAsync<JsonElement>();
        site.Lab.LetSeeds(2);

        string events = await site.Client.GetStringAsync(run.GetProperty("events").GetString());
        JsonElement ended = await site.Client.GetFromJsonAsync<JsonElement>($"/api/runs/{run.GetProperty("id").GetString()}");

        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.Equal(8, events.Split("event: progress").Length - 1);
        Assert.Contains("data: {\"seed\":\"8\",\"series\":\"square\",\"x\":3,\"y\":9,\"done\":1}", events, StringComparison.Ordinal);
        Assert.Contains("event: completed", events, StringComparison.Ordinal);
        Assert.Equal("done", ended.GetProperty("status").GetString());
        Assert.Equal("holds", ended.GetProperty("result").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Runs_SiteEndsWhileAPageListens_LetsItEnd()
    {
        await using TestSite site = await TestSite.StartAsync();
        using HttpResponseMessage started = await site.Client.PostAsJsonAsync("/api/labs/sample-lab/runs", new { });
        string events = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("events").GetString()!;
        site.Lab.Let(1);
        await using Stream stream = await site.Client.GetStreamAsync(events);
        using StreamReader reader = new(stream);
        while (await reader.ReadLineAsync() is { } line && line != "event: progress")
        {
            // Read until the page is listening for sure.
        }

        await site.StopAsync().WaitAsync(TimeSpan.FromSeconds(2.5));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => site.Client.GetAsync("/health"));
    }

    [Fact]
    public async Task Runs_Deleted_TellThatTheyWereCancelled()
    {
        await using TestSite site = await TestSite.StartAsync();
        using HttpResponseMessage started = await site.Client.PostAsJsonAsync("/api/labs/sample-lab/runs", new { });
        string id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

        using HttpResponseMessage cancelled = await site.Client.DeleteAsync($"/api/runs/{id}");
        string events = await site.Client.GetStringAsync($"/api/runs/{id}/events");

        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.Contains("event: cancelled", events, StringComparison.Ordinal);
        Assert.Empty(site.Application.History.Recent());
    }

    [Theory]
    [InlineData("/api/runs/none")]
    [InlineData("/api/answers/none")]
    [InlineData("/api/nothing/here")]
    public async Task Get_NothingThere_IsAProblem(string path)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(path);

        await AssertProblemAsync(response, HttpStatusCode.NotFound, "");
    }

    [Fact]
    public async Task Runs_TooManySeeds_AreRefusedWithTheLimit()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.PostAsJsonAsync("/api/labs/sample-lab/runs", new { seeds = 31 });

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "1 to 30 seeds");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string cause)
    {
        string body = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(cause, body, StringComparison.Ordinal);
    }
}
