using System.Net;

namespace Gradus.Web.Tests;

public sealed class WebHostTests
{
    [Fact]
    public async Task Create_AnyFreePort_AnswersOnLoopbackOnly()
    {
        await using TestSite site = await TestSite.StartAsync();

        Assert.StartsWith("http://127.0.0.1:", site.Address, StringComparison.Ordinal);
        Assert.Equal("ok", await site.PageAsync("/health"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/assets/site.css")]
    public async Task Pages_WhenAsked_AreCompressed(string path)
    {
        await using TestSite site = await TestSite.StartAsync();
        using SocketsHttpHandler handler = new();
        using HttpClient plain = new(handler) { BaseAddress = site.Client.BaseAddress };
        plain.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        using HttpResponseMessage response = await plain.GetAsync(path);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Form_SentAfterARestart_IsStillTaken()
    {
        await using TestSite site = await TestSite.StartAsync();

        Assert.NotEmpty(Directory.GetFiles(Path.Combine(site.Application.Home.Path, "keys")));
        using HttpResponseMessage untouched = await site.Client.PostAsync("/questions/sample-scaling/answers", new FormUrlEncodedContent([new("answer", "first")]));
        Assert.Equal(HttpStatusCode.BadRequest, untouched.StatusCode);
    }
}
