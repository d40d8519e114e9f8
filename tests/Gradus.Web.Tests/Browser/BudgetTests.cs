using System.Globalization;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>What a first visit costs: bytes are asserted, times are printed.</summary>
public sealed class BudgetTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int MostBytes = 150_000;
    private static readonly string[] Pages = ["/", "/questions/accuracy-trap", "/library", "/map", "/map?topic=vision", "/interview", "/review", "/labs", "/settings", "/author/accuracy-trap"];

    [Fact]
    public async Task Pages_FirstVisit_StayBelowTheirBytes()
    {
        await using TestSite site = await TestSite.StartRealAsync();

        foreach (string path in Pages)
        {
            (double bytes, double paint) = await VisitAsync(site, path);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes / 1000:0} kB, first contentful paint {paint:0} ms"));
            Assert.InRange(bytes, 1_000, MostBytes);
        }
    }

    /// <summary>Prints the first contentful paint of the question page over twenty first visits.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task QuestionPage_TwentyFirstVisits_PaintsSoon()
    {
        await using TestSite site = await TestSite.StartRealAsync();
        await site.Application.WarmUp();
        await VisitAsync(site, Pages[1]);
        List<double> paints = [];
        for (int i = 0; i < 20; i++)
        {
            paints.Add((await VisitAsync(site, Pages[1])).Paint);
        }

        paints.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first contentful paint of the question page over 20 first visits: median {paints[10]:0} ms, p95 {paints[18]:0} ms, most {paints[^1]:0} ms"));
        Assert.All(paints, paint => Assert.True(paint > 0));
    }

    private async Task<(double Bytes, double Paint)> VisitAsync(TestSite site, string path)
    {
        await using IBrowserContext context = await browser.OpenAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        double bytes = await page.EvaluateAsync<double>("performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize || 0), 0)");
        double paint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0");
        return (bytes, paint);
    }
}
