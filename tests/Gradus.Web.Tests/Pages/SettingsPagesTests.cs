using System.Net;

namespace Gradus.Web.Tests.Pages;

public sealed class SettingsPagesTests
{
    [Fact]
    public async Task Theme_Chosen_IsOnEveryPageOfThisBrowser()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage dark = await site.SendAsync("/settings", "/settings/theme", ("theme", "dark"));
        string page = await site.PageAsync("/library");
        using HttpResponseMessage system = await site.SendAsync("/settings", "/settings/theme", ("theme", "system"));
        string after = await site.PageAsync("/library");

        Assert.Equal(HttpStatusCode.SeeOther, dark.StatusCode);
        Assert.Contains("data-theme=\"dark\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_Chosen_AreInTheLog()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.SendAsync("/settings", "/settings/days", ("zone", "Asia/Tokyo"), ("rollover", "6"));
        string page = await site.PageAsync("/settings?saved=days");

        Assert.Equal(("Asia/Tokyo", 6), (site.Application.Reviews.Preferences.Zone, site.Application.Reviews.Preferences.RolloverHour));
        Assert.Contains("<option value=\"Asia/Tokyo\" selected", page, StringComparison.Ordinal);
        Assert.Contains("from now on", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings/theme", "theme", "neon", "light")]
    [InlineData("/settings/days", "zone", "Mars/Olympus", "Mars/Olympus")]
    [InlineData("/settings/days", "rollover", "25", "0 to 23")]
    [InlineData("/settings/model", "address", "javascript:alert(1)", "http://localhost:11434/v1")]
    public async Task Settings_BadValue_IsRefusedWithItsReason(string action, string field, string value, string reason)
    {
        await using TestSite site = await TestSite.StartAsync();
        Dictionary<string, string> fields = new() { ["rollover"] = "4", ["address"] = "", ["model"] = "m", [field] = value };

        using HttpResponseMessage response = await site.SendAsync("/settings", action, [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Null(site.Application.Model.Current);
    }

    [Fact]
    public async Task Model_Chosen_IsNamedOnEveryPageAndItsKeyNowhere()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage set = await site.SendAsync("/settings", "/settings/model", ("address", "http://127.0.0.1:9/v1"), ("model", "small <b>"), ("key", "very-secret"), ("seconds", "5"));
        string page = await site.PageAsync("/settings");
        using HttpResponseMessage clear = await site.SendAsync("/settings", "/settings/model", ("do", "clear"));

        Assert.Contains("small &lt;b&gt; at 127.0.0.1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", page, StringComparison.Ordinal);
        Assert.Contains("Gradus sends nothing away; if you dictate, your browser may.", await site.PageAsync("/"), StringComparison.Ordinal);
    }
}
