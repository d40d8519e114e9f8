using Gradus.Web.Accounts;
using Microsoft.AspNetCore.Http;

namespace Gradus.Web.Tests.Accounts;

public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/library?q=a%20b&level=1", "/library?q=a%20b&level=1")]
    [InlineData("/labs/dropout#result", "/labs/dropout#result")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData("/a\\..\\b", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData(" /library", "/")]
    public void Checked_Address_IsOneOfThisSite(string? address, string expected) => Assert.Equal(expected, ReturnAddress.Checked(address));

    [Theory]
    [InlineData("GET", "/library", "?q=x", null, "/library?q=x")]
    [InlineData("POST", "/questions/x/answers", "", "http://site.test/questions/x", "/questions/x")]
    [InlineData("POST", "/questions/x/answers", "", "http://evil.example/questions/x", "/")]
    [InlineData("POST", "/questions/x/answers", "", null, "/")]
    public void Of_RefusedRequest_IsThePageOrTheOneWithTheForm(string method, string path, string query, string? referer, string expected)
    {
        DefaultHttpContext context = new();
        context.Request.Method = method;
        context.Request.Host = new HostString("site.test");
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        context.Request.Headers.Referer = referer;

        Assert.Equal(expected, ReturnAddress.Of(context.Request));
    }
}
