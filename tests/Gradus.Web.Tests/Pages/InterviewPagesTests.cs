using System.Net;
using System.Text.RegularExpressions;
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

    [Theory]
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
