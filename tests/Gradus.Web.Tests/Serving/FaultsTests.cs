using System.Net;

namespace Gradus.Web.Tests.Serving;

public sealed class FaultsTests
{
    [Theory]
    [InlineData("/questions/sample-scalin", "/questions/sample-scaling")]
    [InlineData("/labs/sample-lap", "/labs/sample-lab")]
    public async Task Invoke_UnknownId_NamesTheNearest(string path, string nearest)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"href=\"{nearest}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/answers/none")]
    [InlineData("/interview/none")]
    [InlineData("/labs/sample-lab?run=none")]
    [InlineData("/no/such/page")]
    [InlineData("/questions/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task Invoke_NothingThere_IsAPageThatSaysSo(string path)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<h1>No such", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/labs/sample-lab?seeds=0")]
    [InlineData("/labs/sample-lab?seeds=many")]
    [InlineData("/history?limit=x")]
    public async Task Invoke_ValueOutOfRange_IsABadRequestWithItsCause(string path)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_FailureInside_NamesTheCauseAsText()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.SendAsync("/questions/sample-scaling", "/questions/sample-scaling/answers", ("answer", "explode"));
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("The grader &lt;b&gt;exploded&lt;/b&gt;.", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_001)]
    [InlineData(1_500_000)]
    public async Task Invoke_TooLongAnswer_IsRefusedWithTheLimit(int length)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.SendAsync("/questions/sample-scaling", "/questions/sample-scaling/answers", ("answer", new string('a', length)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("at most 100,000 are read", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Application.History.Recent());
    }

    [Fact]
    public async Task Invoke_FormWithoutToken_IsRefusedWithTheWayOut()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.PostAsync("/questions/sample-scaling/answers", new FormUrlEncodedContent([new("answer", "first")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("reload the page", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Application.History.Recent());
    }
}
