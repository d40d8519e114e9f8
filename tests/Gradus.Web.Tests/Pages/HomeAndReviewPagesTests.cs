namespace Gradus.Web.Tests.Pages;

public sealed class HomeAndReviewPagesTests
{
    [Fact]
    public async Task Home_NewPerson_IsWelcomedWithAQuestion()
    {
        await using TestSite site = await TestSite.StartAsync();

        string home = await site.PageAsync("/");

        Assert.Contains("href=\"/questions/sample-scaling\"", home, StringComparison.Ordinal);
        Assert.Contains("Nothing is due.", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_AfterAnAnswer_ListsItLately()
    {
        await using TestSite site = await TestSite.StartAsync();
        string answer = await site.AnswerAsync("sample-depth", "first");

        string home = await site.PageAsync("/");

        Assert.Contains($"href=\"{answer}\"", home, StringComparison.Ordinal);
        Assert.Contains("Depth and &lt;width&gt;", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_ForgottenQuestion_IsDueShownAndRated()
    {
        await using TestSite site = await TestSite.StartAsync();
        await site.AnswerAsync("sample-scaling", "nothing of it");
        site.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Single(site.Application.Reviews.Due());

        string asked = await site.PageAsync("/review");
        string shown = await site.PageAsync("/review?question=sample-scaling&shown=true");
        using HttpResponseMessage rated = await site.SendAsync("/review?question=sample-scaling&shown=true", "/review/sample-scaling", ("rating", "4"));

        Assert.DoesNotContain("The second fact.", asked, StringComparison.Ordinal);
        Assert.Contains("The second fact.", shown, StringComparison.Ordinal);
        Assert.Contains("what goes wrong", shown, StringComparison.Ordinal);
        Assert.Equal("/review", rated.Headers.Location?.ToString());
        Assert.Empty(site.Application.Reviews.Due());
        Assert.Contains("Nothing is due today.", await site.PageAsync("/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_Empty_SaysWhatToDo()
    {
        await using TestSite site = await TestSite.StartAsync();

        Assert.Contains("Nothing yet.", await site.PageAsync("/history"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/questions/sample-scaling")]
    [InlineData("/interview")]
    [InlineData("/review")]
    [InlineData("/review/settings")]
    [InlineData("/labs")]
    [InlineData("/labs/sample-lab")]
    [InlineData("/history")]
    [InlineData("/map")]
    [InlineData("/map?topic=optimization")]
    [InlineData("/settings")]
    [InlineData("/author")]
    [InlineData("/author/weight-tying?begin=yes")]
    public async Task Pages_All_HaveOneHeadingASkipLinkAndNoInlineCode(string path)
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync(path);

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, page.Split("<h1>").Length);
        Assert.Contains("href=\"#main\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page);
        Assert.DoesNotMatch("<[^>]* (style|on[a-z]+)=\"", page);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
    }
}
