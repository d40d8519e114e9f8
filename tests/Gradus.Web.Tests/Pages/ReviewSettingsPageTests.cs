using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gradus.Interview.Schedule;

namespace Gradus.Web.Tests.Pages;

public sealed class ReviewSettingsPageTests
{
    private const string Cards = "What is <b>1 < 2</b>?\t<script>alert(1)</script>\n";

    [Fact]
    public async Task Settings_Saved_AreShown()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage saved = await site.SendAsync(
            "/review/settings", "/review/settings", ("retention", "85.5"), ("new", "7"), ("reviews", "50"), ("longest", "365"), ("rollover", "3"));

        Assert.Equal("/review/settings?done=saved", saved.Headers.Location?.ToString());
        Assert.Equal(new Preferences { DesiredRetention = 0.855, NewPerDay = 7, ReviewsPerDay = 50, MaximumInterval = 365, RolloverHour = 3 }, site.Application.Reviews.Preferences);
        string page = await site.PageAsync("/review/settings?done=saved");
        Assert.Contains("value=\"85.5\"", page, StringComparison.Ordinal);
        Assert.Contains("Saved.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_OutOfRange_SayWhichAndChangeNothing()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage refused = await site.SendAsync(
            "/review/settings", "/review/settings", ("retention", "20"), ("new", "7"), ("reviews", "50"), ("longest", "365"), ("rollover", "3"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("desired retention is 0.2", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(new Preferences(), site.Application.Reviews.Preferences);
    }

    [Fact]
    public async Task Import_OwnCards_AreReviewedAsPlainText()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage imported = await SendFileAsync(site, Encoding.UTF8.GetBytes(Cards), "cards.txt");
        string asked = await site.PageAsync("/review");
        string id = Assert.Single(site.Application.Reviews.New()).Question.Id;
        string shown = await site.PageAsync($"/review?question={id}&shown=true");
        using HttpResponseMessage rated = await site.SendAsync($"/review?question={id}&shown=true", $"/review/{id}", ("rating", "3"));

        Assert.Contains("1 card came in", await imported.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("What is &lt;b&gt;1 &lt; 2&lt;/b&gt;?", asked, StringComparison.Ordinal);
        Assert.DoesNotContain($"/questions/{id}", asked, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, rated.StatusCode);
        Assert.Equal(CardPhase.Learning, site.Application.Reviews.Card(id).Phase);
    }

    [Fact]
    public async Task Import_Unreadable_SaysWhyAndChangesNothing()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage refused = await SendFileAsync(site, [0xFF, 0xFE, 0x00], "noise.json");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("noise.json: line 1 is not UTF-8 at byte 0", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    [InlineData("cards", "text/plain")]
    [InlineData("apkg", "application/octet-stream")]
    public async Task Export_EveryForm_IsAFileThatComesBack(string format, string type)
    {
        await using TestSite site = await TestSite.StartAsync();
        await site.AnswerAsync("sample-scaling", "nothing of it");
        using HttpResponseMessage file = await site.Client.GetAsync($"/review/export?format={format}");

        Assert.Equal((HttpStatusCode.OK, type, "attachment"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType));
        Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync());
        using HttpResponseMessage unknown = await site.Client.GetAsync("/review/export?format=pdf");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Optimize_FewReviews_SaysHowManyAreNeeded()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage fitted = await site.SendAsync("/review/settings", "/review/optimize");

        Assert.Equal(HttpStatusCode.OK, fitted.StatusCode);
        Assert.Contains("from 8 on there is something to fit", await fitted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_LastRating_BringsItsQuestionBack()
    {
        await using TestSite site = await TestSite.StartAsync();
        Assert.DoesNotContain("/review/undo", await site.PageAsync("/review"), StringComparison.Ordinal);
        site.Application.Reviews.Rate("sample-scaling", Rating.Easy);

        using HttpResponseMessage undone = await site.SendAsync("/review", "/review/undo");

        Assert.Equal("/review?question=sample-scaling&undone=true", undone.Headers.Location?.ToString());
        Assert.Equal(CardPhase.New, site.Application.Reviews.Card("sample-scaling").Phase);
        Assert.Contains("The last rating was taken back", await site.PageAsync("/review?question=sample-scaling&undone=true"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendFileAsync(TestSite site, byte[] content, string name)
    {
        string token = Regex.Match(await site.PageAsync("/review/settings"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using MultipartFormDataContent form = new()
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "file", name },
        };
        return await site.Client.PostAsync("/review/import", form);
    }
}
