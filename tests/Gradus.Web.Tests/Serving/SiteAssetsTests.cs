using System.Net;
using System.Text.RegularExpressions;

namespace Gradus.Web.Tests.Serving;

public sealed class SiteAssetsTests
{
    [Fact]
    public async Task Map_AddressesOfAPage_AreThereAndKeptForEver()
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] addresses = [.. Regex.Matches(await site.PageAsync("/questions/sample-scaling"), "\"(/assets/[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value)];

        Assert.True(addresses.Length >= 4);
        foreach (string address in addresses)
        {
            using HttpResponseMessage response = await site.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl?.MaxAge >= TimeSpan.FromDays(365), address);
        }
    }

    [Fact]
    public async Task Map_UnknownOrOldAsset_IsNotKept()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage none = await site.Client.GetAsync("/assets/..%2Fsecret");
        using HttpResponseMessage old = await site.Client.GetAsync("/assets/site.css?v=0");

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.True(old.Headers.CacheControl?.NoCache);
    }
}
