using System.Net;

namespace Gradus.Web.Tests.Pages;

public sealed class AuthorPagesTests
{
    private const string Id = "weight-tying";

    [Fact]
    public async Task Author_NewQuestion_IsStoredAndCanBeAnswered()
    {
        await using TestSite site = await TestSite.StartAsync();
        using HttpResponseMessage begun = await site.SendAsync("/author", "/author", ("id", Id));
        string blank = await site.PageAsync(begun.Headers.Location!.ToString());
        string text = site.Application.Authoring.Open(Id).Text.Replace("What would you ask", "Why would you ask <b>", StringComparison.Ordinal);

        using HttpResponseMessage stored = await site.SendAsync("/author", $"/author/{Id}", ("do", "save"), ("text", text.ReplaceLineEndings("\r\n")));
        string page = await site.PageAsync(stored.Headers.Location!.ToString());

        Assert.Equal($"/author/{Id}?begin=yes", begun.Headers.Location!.ToString());
        Assert.Contains("This is a template for a new question", blank, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, stored.StatusCode);
        Assert.Contains("is stored and in the bank", page, StringComparison.Ordinal);
        Assert.Contains("Why would you ask &lt;b&gt;", await site.PageAsync($"/questions/{Id}"), StringComparison.Ordinal);
        Assert.StartsWith("/answers/", await site.AnswerAsync(Id, "principle"), StringComparison.Ordinal);
        Assert.Contains(Id, await site.PageAsync("/author"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Author_BrokenText_IsRefusedAndKeptInTheEditor()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage refused = await site.SendAsync("/author", $"/author/{Id}", ("do", "save"), ("text", "---\nid: [</textarea><script>\n---\n"));
        string page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The file is not stored", page, StringComparison.Ordinal);
        Assert.Contains("id: [&lt;/textarea&gt;&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Application.Authoring.Folder));
    }

    [Fact]
    public async Task Author_Try_GradesAgainstTheEditedText()
    {
        await using TestSite site = await TestSite.StartAsync();
        string text = site.Application.Authoring.Open(Id).Text
            .Replace("What it is, in one sentence.", "Weight tying uses one matrix for the embedding and for the output.", StringComparison.Ordinal)
            .Replace("two|alternatives something|else", "one|same matrix embedding output", StringComparison.Ordinal);

        using HttpResponseMessage tried = await site.SendAsync("/author", $"/author/{Id}", ("do", "try"), ("text", text), ("answer", "The embedding and the output layer share one and the same matrix, which is learned once."));
        string page = await tried.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Contains("said-p1", page, StringComparison.Ordinal);
        Assert.Null(site.Application.Bank.Find(Id));
    }

    [Fact]
    public async Task Author_CheckAndRemove_Work()
    {
        await using TestSite site = await TestSite.StartAsync();
        string text = site.Application.Authoring.Open(Id).Text;
        using HttpResponseMessage stored = await site.SendAsync("/author", $"/author/{Id}", ("do", "save"), ("text", text));

        using HttpResponseMessage checkedAll = await site.SendAsync("/author", $"/author/{Id}", ("do", "check"), ("text", text));
        using HttpResponseMessage removed = await site.SendAsync("/author", $"/author/{Id}", ("do", "remove"), ("text", text));

        Assert.Contains("Checked against the whole bank.", await checkedAll.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/author", removed.Headers.Location!.ToString());
        Assert.Null(site.Application.Bank.Find(Id));
    }

    [Fact]
    public async Task Author_NoSuchQuestion_IsNotFoundAndNamesTheNearest()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync("/author/sample-scalin");
        using HttpResponseMessage begun = await site.SendAsync("/author", "/author", ("id", "sample-scaling"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("href=\"/author/sample-scaling\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/author/sample-scaling", begun.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/author/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/author/UPPER")]
    [InlineData("/author/a.b")]
    public async Task Author_NoId_IsRefusedWithTheFormOfAnId(string path)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("single hyphens", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
