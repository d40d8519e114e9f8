using System.Net;

namespace Gradus.Web.Tests.Serving;

public sealed class GuardTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/questions/sample-scaling")]
    [InlineData("/nowhere")]
    [InlineData("/assets/site.js")]
    [InlineData("/api/nowhere")]
    public async Task Invoke_EveryAnswer_ForbidsForeignAndInlineScript(string path)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(path);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.7", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task Invoke_HostHeader_TakesOnlyNamesOfThisMachine(string host, HttpStatusCode expected)
    {
        await using TestSite site = await TestSite.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/health");
        request.Headers.Host = host;

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Invoke_ChangeFromAForeignPage_IsForbidden(string header, string value)
    {
        await using TestSite site = await TestSite.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/questions/sample-scaling/answers") { Content = new StringContent("{\"answer\":\"first\"}", null, "application/json") };
        request.Headers.Add(header, value);

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(site.Application.History.Recent());
    }
}
