using System.Net;
using System.Text.RegularExpressions;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Web.Tests.Pages;

public sealed class InterviewPagesTests
{
    [Fact]
    public async Task Interview_AnsweredToTheEnd_EndsInAReport()
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);

        int rounds = 0;
        while (site.Application.Interviews.Unfinished().Single().Current is { } round && rounds++ < 20)
        {
            string page = await site.PageAsync(interview);
            Assert.Contains($"name=\"round\" value=\"{round.Number}\"", page, StringComparison.Ordinal);
            using HttpResponseMessage answered = await site.SendAsync(interview, interview + "/answers", ("answer", "first magic"), ("round", $"{round.Number}"), ("elapsed", "90"));
            Assert.Equal(interview, answered.Headers.Location?.ToString());
        }

        using HttpResponseMessage finished = await site.SendAsync(interview, interview + "/finish");
        string report = await site.PageAsync(interview);

        Assert.True(rounds >= 2);
        Assert.Equal(HttpStatusCode.SeeOther, finished.StatusCode);
        Assert.Contains("Fix these first", report, StringComparison.Ordinal);
        Assert.Contains("It is arithmetic.", report, StringComparison.Ordinal);
        Assert.Contains($"href=\"{interview}\"", await site.PageAsync("/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_SameRoundTwice_IsAConflictAndKeepsTheFirst()
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);
        string token = Regex.Match(await site.PageAsync(interview), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        KeyValuePair<string, string>[] form = [new("__RequestVerificationToken", token), new("answer", "first second"), new("round", "1")];

        using HttpResponseMessage first = await site.Client.PostAsync(interview + "/answers", new FormUrlEncodedContent(form));
        using HttpResponseMessage second = await site.Client.PostAsync(interview + "/answers", new FormUrlEncodedContent(form));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Single(site.Application.Interviews.Unfinished().Single().Rounds, round => round.Answer is not null);
    }

    [Fact]
    public async Task Interview_ClosedBrowser_IsOfferedAtHome()
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);

        string home = await site.PageAsync("/");

        Assert.Contains("Continue your interview", home, StringComparison.Ordinal);
        Assert.Contains($"href=\"{interview}\"", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_PassedOver_AsksTheNext()
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);

        using HttpResponseMessage skipped = await site.SendAsync(interview, interview + "/skip", ("round", "1"), ("answer", ""));

        Assert.Equal(HttpStatusCode.SeeOther, skipped.StatusCode);
        Assert.True(site.Application.Interviews.Unfinished().Single().Rounds[0].Skipped);
        Assert.Contains("passed over", await site.PageAsync(interview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_GivenUp_SaysSo()
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);

        using HttpResponseMessage given = await site.SendAsync(interview, interview + "/abandon");

        Assert.Equal("/interview", given.Headers.Location?.ToString());
        Assert.Contains("was given up", await site.PageAsync(interview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_Hint_KeepsWhatIsTypedAndIsToldInTheReport()
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);

        using HttpResponseMessage hinted = await site.SendAsync(interview, interview + "/hint", ("answer", "first of all"), ("round", "1"), ("elapsed", "30"));
        string page = await site.PageAsync(interview);
        using HttpResponseMessage stale = await site.SendAsync(interview, interview + "/hint", ("answer", "x"), ("round", "7"));

        Assert.Equal(interview, hinted.Headers.Location?.ToString());
        Assert.Contains("A pitfall is missing", page, StringComparison.Ordinal);
        Assert.Contains("first of all</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("data-elapsed=\"30\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("first of all", await site.PageAsync(interview), StringComparison.Ordinal);
        using HttpResponseMessage finished = await site.SendAsync(interview, interview + "/finish");
        Assert.Contains("1 hint", await site.PageAsync(interview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_Paused_HidesTheQuestionUntilItGoesOn()
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);

        using HttpResponseMessage paused = await site.SendAsync(interview, interview + "/pause", ("answer", "half a thought"), ("round", "1"), ("elapsed", "61"));
        string page = await site.PageAsync(interview);
        site.Clock.Advance(TimeSpan.FromHours(3));
        using HttpResponseMessage resumed = await site.SendAsync(interview, interview + "/resume");
        string again = await site.PageAsync(interview);

        Assert.Contains("does not count", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Contains("half a thought", again, StringComparison.Ordinal);
        Assert.Contains("data-elapsed=\"61\"", again, StringComparison.Ordinal);
        Assert.Contains("paused for 180:00", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "text/html", "<!doctype html>")]
    [InlineData("md", "text/markdown", "# Interview report")]
    [InlineData("json", "application/json", "{\"profile\"")]
    public async Task Report_Download_IsAFileOfItsForm(string format, string type, string begins)
    {
        await using TestSite site = await TestSite.StartAsync();
        string interview = await StartAsync(site);
        using HttpResponseMessage early = await site.Client.GetAsync($"{interview}/report.{format}", TestContext.Current.CancellationToken);
        using HttpResponseMessage answered = await site.SendAsync(interview, interview + "/answers", ("answer", "first <script>"), ("round", "1"));
        using HttpResponseMessage finished = await site.SendAsync(interview, interview + "/finish");
        string page = await site.PageAsync(interview);

        using HttpResponseMessage response = await site.Client.GetAsync($"{interview}/report.{format}", TestContext.Current.CancellationToken);
        string content = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains($"href=\"{interview}/report.{format}\"", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.EndsWith("." + format, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.StartsWith(begins, content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TopicAndKind_AreKept()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage none = await site.SendAsync("/interview", "/interview", ("topic", "vision"));
        using HttpResponseMessage taught = await site.SendAsync("/interview", "/interview", ("rounds", "teach"), ("seed", "3"));

        Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);
        Assert.Contains("no question on the topic", await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, taught.StatusCode);
        Assert.Equal(RoundKind.Teach, site.Application.Interviews.Unfinished().Single().Current!.Kind);
        Assert.Contains("who is no expert", await site.PageAsync(taught.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topic", "vison", HttpStatusCode.NotFound, "vision")]
    [InlineData("rounds", "1", HttpStatusCode.BadRequest, "rounds")]
    [InlineData("rounds", "juggle", HttpStatusCode.BadRequest, "rounds")]
    [InlineData("profile", "new-gradate", HttpStatusCode.NotFound, "new-graduate")]
    [InlineData("level", "9", HttpStatusCode.BadRequest, "evel")]
    [InlineData("minutes", "-5", HttpStatusCode.BadRequest, "minutes")]
    [InlineData("seed", "one", HttpStatusCode.BadRequest, "seed")]
    public async Task Start_BadChoice_IsRefusedWithItsCause(string field, string value, HttpStatusCode status, string cause)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.SendAsync("/interview", "/interview", (field, value));

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(cause, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Application.Interviews.Unfinished());
    }

    [Fact]
    public async Task Start_WithASeed_KeepsTheChoice()
    {
        await using TestSite site = await TestSite.StartAsync();

        await StartAsync(site);

        Sitting sitting = site.Application.Interviews.Unfinished().Single();
        Assert.Equal((ulong)7, sitting.Options.Seed);
        Assert.False(sitting.Options.PreferWeak);
    }

    private static async Task<string> StartAsync(TestSite site)
    {
        using HttpResponseMessage started = await site.SendAsync("/interview", "/interview", ("profile", "general"), ("level", "2"), ("minutes", "15"), ("seed", "7"));
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        return started.Headers.Location!.ToString();
    }
}
