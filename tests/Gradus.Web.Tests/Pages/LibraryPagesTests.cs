using System.Net;
using System.Text.RegularExpressions;

namespace Gradus.Web.Tests.Pages;

public sealed class LibraryPagesTests
{
    [Fact]
    public async Task Library_SearchAndFacets_NarrowWithoutScript()
    {
        await using TestSite site = await TestSite.StartAsync();

        string all = await site.PageAsync("/library");
        string searched = await site.PageAsync("/library?q=SCALING+inputs");
        string topic = await site.PageAsync("/library?topic=architectures");
        string lab = await site.PageAsync("/library?lab=yes&level=1&kind=concept&profile=nlp&state=new");
        string none = await site.PageAsync("/library?q=%3Cb%3Eunicorns");

        Assert.Equal(2, Links(all));
        Assert.Contains("Depth and &lt;width&gt;", all, StringComparison.Ordinal);
        Assert.Equal(1, Links(searched));
        Assert.Equal(1, Links(topic));
        Assert.Equal(1, Links(lab));
        Assert.Equal(0, Links(none));
        Assert.Contains("&lt;b&gt;unicorns", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_WhatAnAnswerMustHold_IsNotTold()
    {
        await using TestSite site = await TestSite.StartAsync();

        string found = await site.PageAsync("/library?q=fact");

        Assert.Equal(2, Links(found));
        Assert.Contains("in what an answer must hold", found, StringComparison.Ordinal);
        Assert.DoesNotContain("The second fact", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_Answered_IsFoundByHowWellItIsKnown()
    {
        await using TestSite site = await TestSite.StartAsync();
        await site.AnswerAsync("sample-scaling", "first and second");

        Assert.Equal(1, Links(await site.PageAsync("/library?state=mastered")));
        Assert.Equal(1, Links(await site.PageAsync("/library?state=new")));
    }

    [Theory]
    [InlineData("/questions", "/library")]
    [InlineData("/questions?q=a+b&topic=vision", "/library?q=a%20b&topic=vision")]
    public async Task Questions_OldAddress_LeadsToTheLibrary(string old, string now)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(old);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(now, response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("level=4", "level is")]
    [InlineData("state=1", "mastered")]
    [InlineData("kind=riddle", "concept")]
    [InlineData("lab=maybe", "yes or no")]
    public async Task Library_FacetThatIsNone_IsABadRequestThatNamesWhatThereIs(string query, string cause)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync("/library?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(cause, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_AfterAnAnswer_TellsMasteryInThePictureAndInTheTable()
    {
        await using TestSite site = await TestSite.StartAsync();
        string before = await site.PageAsync("/map");
        await site.AnswerAsync("sample-scaling", "first and second");

        string after = await site.PageAsync("/map");
        string topic = await site.PageAsync("/map?topic=optimization");

        Assert.Contains("0 of 2 questions met, 0 mastered.", before, StringComparison.Ordinal);
        Assert.Contains("1 of 2 questions met, 1 mastered.", after, StringComparison.Ordinal);
        Assert.Contains("You practised on 1 of the last 28 days.", after, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">Optimization</th><td>100.%</td><td>1 of 1</td><td>1</td><td>Architectures</td>", WebUtility.HtmlDecode(after));
        Assert.Contains("href=\"/map?topic=architectures\"", after, StringComparison.Ordinal);
        Assert.Contains("href=\"/questions/sample-depth\"", topic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_UnknownTopic_NamesTheNearest()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync("/map?topic=optimisation");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("optimization", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static int Links(string page) => Regex.Count(page, "href=\"/questions/sample-", RegexOptions.None, TimeSpan.FromSeconds(1));
}
