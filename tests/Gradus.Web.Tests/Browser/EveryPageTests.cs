using System.Globalization;
using System.Text;
using Gradus.Web.Tests.Samples;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>Every page at two widths, light and dark: nothing sticks out, nothing complains, axe finds nothing.</summary>
public sealed class EveryPageTests(BrowserFixture browser)
{
    /// <summary>Every width and theme. Two of the views have both between them; the other two are for a campaign.</summary>
    public static IEnumerable<TheoryDataRow<int, ColorScheme>> Views =>
    [
        new(1280, ColorScheme.Light),
        new(390, ColorScheme.Dark),
        Campaign(1280, ColorScheme.Dark),
        Campaign(390, ColorScheme.Light),
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Pages_OfAView_AreAccessibleAndFit(int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await browser.OpenAsync(width, scheme);
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        List<string> faults = [];
        await foreach ((string name, string path) in VisitAsync(site))
        {
            await page.GotoAsync(site.Address + path);
            await page.UnfoldAsync();
            if (await page.OverflowAsync() is > 0 and int overflow)
            {
                faults.Add($"{path} is {overflow} pixels too wide");
            }

            faults.AddRange((await page.ViolationsAsync()).Select(violation => $"{path}: {violation}"));
            await page.ShootAsync(name, width, scheme);
        }

        Assert.Empty(faults);
        watch.AssertQuiet();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task RealVerdict_AnyView_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await browser.OpenAsync(width, scheme);
        await using TestSite site = await TestSite.StartRealAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + await site.AnswerAsync("accuracy-trap", RealAnswers.AccuracyTrap));
        await page.UnfoldAsync();
        await page.ShootAsync("real", width, scheme);

        Assert.Empty(await page.ViolationsAsync());
        Assert.Equal(0, await page.OverflowAsync());
        Assert.True(await page.Locator("main .answer mark").CountAsync() >= 2);
        watch.AssertQuiet();
    }

    [Theory]
    [InlineData("/map")]
    [InlineData("/library")]
    [InlineData("/questions/sample-scaling")]
    [InlineData("/settings")]
    public async Task Pages_ForcedColoursAndPrint_StillHoldTheirWordsAndPictures(string path)
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + path);

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        string ground = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        string[] invisible = await page.EvaluateAsync<string[]>("ground => [...document.querySelectorAll('main h1, main h2, main p, main a, main label, main svg text')].filter(part => part.checkVisibility() && (part.matches('text, tspan') ? getComputedStyle(part).fill : getComputedStyle(part).color) === ground).map(part => part.outerHTML.slice(0, 80))", ground);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, Media = Media.Print, ColorScheme = ColorScheme.Dark });
        string paper = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        string ink = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).color");

        Assert.Empty(invisible);
        Assert.Equal("rgb(255, 255, 255)", paper);
        Assert.Equal("rgb(27, 34, 48)", ink);
        await Assertions.Expect(page.Locator(".site-nav")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Axe_PlantedFault_IsFound()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/");

        await page.EvaluateAsync("document.querySelector('main').append(document.createElement('input'))");

        Assert.Contains(await page.ViolationsAsync(), violation => violation.StartsWith("label,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task QuestionPage_FirstVisit_IsSmallAndStandsStill()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartRealAsync();
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(site.Address + "/questions/accuracy-trap", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        double bytes = await page.EvaluateAsync<double>("performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize || 0), 0)");
        double shift = await page.EvaluateAsync<double>("new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true }); requestAnimationFrame(() => requestAnimationFrame(() => done(sum))); })");

        Assert.InRange(bytes, 1_000, 150_000);
        Assert.InRange(shift, 0, 0.02);
    }

    private static TheoryDataRow<int, ColorScheme> Campaign(int width, ColorScheme scheme) => new TheoryDataRow<int, ColorScheme>(width, scheme).WithTrait("Category", "Long");

    // Each state of the site is made when its page is about to be looked at.
    private static async IAsyncEnumerable<(string Name, string Path)> VisitAsync(TestSite site)
    {
        yield return ("home-new", "/");
        yield return ("library", "/library");
        yield return ("library-none", "/library?q=zzz");
        yield return ("map-new", "/map");
        yield return ("settings", "/settings");
        yield return ("author-none", "/author");
        yield return ("author-new", "/author/weight-tying?begin=yes");
        yield return ("question", "/questions/sample-scaling");
        yield return ("labs", "/labs");
        yield return ("lab", "/labs/sample-lab");
        yield return ("interview-start", "/interview");
        yield return ("review-none", "/review");
        yield return ("review-settings-none", "/review/settings");
        yield return ("history-none", "/history");
        yield return ("not-found", "/questions/sample-scalin");
        yield return ("answer", await site.AnswerAsync("sample-scaling", "the first is not magic <b>"));
        yield return ("answer-empty", await site.AnswerAsync("sample-depth", ""));
        site.Clock.Advance(TimeSpan.FromHours(1));
        yield return ("review", "/review");
        yield return ("review-shown", "/review?shown=true");
        ImportHistory(site);
        yield return ("review-own", "/review?question=" + site.Application.Reviews.Due()[0].Question.Id);
        yield return ("review-settings", "/review/settings");
        using HttpResponseMessage started = await site.SendAsync("/interview", "/interview", ("seed", "1"), ("minutes", "15"));
        yield return ("interview", started.Headers.Location!.ToString());
        yield return ("report", await ReportAsync(site));
        using HttpResponseMessage run = await site.SendAsync("/labs/sample-lab", "/labs/sample-lab/runs", ("seeds", "2"));
        string lab = run.Headers.Location!.ToString();
        site.Lab.LetSeeds(2);
        await foreach (Hosting.Services.LabEvent _ in site.Application.Labs.Subscribe(lab[(lab.LastIndexOf('=') + 1)..]))
        {
            // Read to the run's end.
        }

        yield return ("lab-done", lab);
        yield return ("labs-done", "/labs");
        yield return ("home", "/");
        yield return ("history", "/history");
        yield return ("map", "/map");
        yield return ("map-topic", "/map?topic=optimization");
        yield return ("library-found", "/library?q=scaling&state=growing");
        site.Application.Model.Save("http://127.0.0.1:9/v1", "small", "key", 5);
        yield return ("settings-saved", "/settings?saved=model");
        site.Application.Model.Clear();
        site.Application.Authoring.Save("weight-tying", site.Application.Authoring.Open("weight-tying").Text);
        yield return ("author", "/author");
        yield return ("author-saved", "/author/weight-tying?saved=yes");
    }

    private static void ImportHistory(TestSite site)
    {
        StringBuilder log = new("card_id,review_rating,review_time,review_duration\n");
        for (int i = 0; i < 60; i++)
        {
            log.Append(CultureInfo.InvariantCulture, $"key-{i % 6},{(i % 5 == 0 ? 1 : 3)},2026-{1 + (i / 6):00}-{1 + (i % 28):00}T10:00:00Z,1000\n");
        }

        site.Application.Exchange.Import(Encoding.UTF8.GetBytes("#separator:comma\n#guid column:1\n" + string.Concat(Enumerable.Range(0, 6).Select(i => $"key-{i},What is <number> {i}?,It is {i}.\n"))), "cards.txt");
        site.Application.Exchange.Import(Encoding.UTF8.GetBytes(log.ToString()), "log.csv");
    }

    private static async Task<string> ReportAsync(TestSite site)
    {
        using HttpResponseMessage started = await site.SendAsync("/interview", "/interview", ("seed", "2"), ("minutes", "15"));
        string interview = started.Headers.Location!.ToString();
        using HttpResponseMessage answered = await site.SendAsync(interview, interview + "/answers", ("answer", "the first is magic"), ("round", "1"));
        using HttpResponseMessage finished = await site.SendAsync(interview, interview + "/finish");
        return interview;
    }
}
