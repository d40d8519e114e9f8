namespace Gradus.Web.Tests;

public sealed class WebHostTests
{
    [Fact]
    public async Task Create_AnyFreePort_AnswersOnLoopback()
    {
        await using Microsoft.AspNetCore.Builder.WebApplication app = WebHost.Create(0);
        await app.StartAsync();
        using HttpClient client = new();

        string answer = await client.GetStringAsync(app.Urls.Single() + "/health");

        Assert.StartsWith("http://127.0.0.1:", app.Urls.Single(), StringComparison.Ordinal);
        Assert.Equal("ok", answer);
    }
}
