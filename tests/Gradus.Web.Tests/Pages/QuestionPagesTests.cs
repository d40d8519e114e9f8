using System.Net;

namespace Gradus.Web.Tests.Pages;

public sealed class QuestionPagesTests
{
    [Fact]
    public async Task Question_MarkdownWithHtml_IsShownAsText()
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync("/questions/sample-scaling");

        Assert.Contains("<strong>sample-scaling</strong>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_ModelAnswer_IsHiddenUntilGraded()
    {
        await using TestSite site = await TestSite.StartAsync();

        string before = await site.PageAsync("/questions/sample-scaling");
        string after = await site.PageAsync(await site.AnswerAsync("sample-scaling", "first"));

        Assert.DoesNotContain("First, then second.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("The second fact.", before, StringComparison.Ordinal);
        Assert.Contains("First, then second.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithMarkupAndLineEnds_IsShownExactlyAsWritten()
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync(await site.AnswerAsync("sample-scaling", "a <script>alert('x')</script>\r\n& the first thing"));

        Assert.Contains("a <script>alert('x')</script>\n& the <mark", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_Verdict_MarksWhatEarnedAndWhatWasWrong()
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync(await site.AnswerAsync("sample-scaling", "the first is magic"));

        Assert.Matches("<mark[^>]* id=\"said-p1\"><a href=\"#point-p1\">first<sup", page);
        Assert.Matches("<mark class=\"wrong\" id=\"said-m1\"><a href=\"#point-m1\">magic<sup", page);
        Assert.Contains("It is arithmetic.", page, StringComparison.Ordinal);
        Assert.Contains("50\u00a0%", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Say it.", page, StringComparison.Ordinal);
        Assert.Contains("And the second?", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/labs/sample-lab/runs\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the first", true, false)]
    [InlineData("magic", false, true)]
    [InlineData("the first is magic", true, true)]
    [InlineData("nothing of it", false, false)]
    public async Task Answer_Marks_AreExplainedWhereThereAreSome(string answer, bool earns, bool wrong)
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync(await site.AnswerAsync("sample-scaling", answer));

        Assert.Equal((earns, wrong), (page.Contains("earned a point", StringComparison.Ordinal), page.Contains("not true <sup>", StringComparison.Ordinal)));
        Assert.Equal(earns || wrong, page.Contains("class=\"legend\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_PointThatItCameNearTo_NamesTheSentence()
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync(await site.AnswerAsync("sample-scaling", "the first, but p2"));

        Assert.Contains("You came near with: <q class=\"near\">p2</q>", page, StringComparison.Ordinal);
        Assert.Single(page.Split("You came near with")[1..]);
    }

    [Fact]
    public async Task Answer_OneWrongWord_IsNamedWithTheSentence()
    {
        await using TestSite site = await TestSite.StartRealAsync();

        string page = await site.PageAsync(await site.AnswerAsync("autoencoders", "The generator compresses the input into a small latent code and the decoder rebuilds the input from it."));

        Assert.Contains("Nearly said, but “generator” is the wrong word there: <q class=\"near\">The generator compresses", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_Empty_IsRefusedInWords()
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync(await site.AnswerAsync("sample-scaling", ""));

        Assert.Contains("The answer is empty.", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ControlCharacters_AreNoCrash()
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync(await site.AnswerAsync("sample-scaling", "\u0001\u0007first\ufffe\u202e"));

        Assert.Contains("said-p1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rating_OverruledByThePerson_IsKeptAndSaid()
    {
        await using TestSite site = await TestSite.StartAsync();
        string answer = await site.AnswerAsync("sample-scaling", "first and second");

        using HttpResponseMessage response = await site.SendAsync(answer, answer + "/rating", ("rating", "1"));
        string page = await site.PageAsync(answer);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Matches("value=\"1\" data-key=\"1\" aria-pressed=\"true\"", page);
        Assert.Contains("You chose Again", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("Good; drop")]
    public async Task Rating_NotOneToFour_IsABadRequest(string rating)
    {
        await using TestSite site = await TestSite.StartAsync();
        string answer = await site.AnswerAsync("sample-scaling", "first");

        using HttpResponseMessage response = await site.SendAsync(answer, answer + "/rating", ("rating", rating));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
