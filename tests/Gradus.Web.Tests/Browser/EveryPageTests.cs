using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Gradus.Web.Tests.Samples;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>Every page at two widths, light and dark: nothing sticks out, nothing complains, axe finds nothing.</summary>
public sealed class EveryPageTests(BrowserFixture browser)
{
    private static readonly (int Width, ColorScheme Scheme)[] Views = [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light)];

    [Fact]
    public async Task Pages_BothWidthsAndThemes_AreAccessibleAndFit()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);
        string? shots = Environment.GetEnvironmentVariable("GRADUS_SHOTS");

        List<string> faults = [];
        await foreach ((string name, string path) in VisitAsync(site))
        {
            await page.GotoAsync(site.Address + path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => { part.open = true; })");
            foreach ((int width, ColorScheme scheme) in Views)
            {
                await page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0)
                {
                    faults.Add($"{path} is {overflow} pixels too wide at {width}");
                }

                // Colours are judged in both themes and places at both widths; a view costs axe a second or more.
                if (scheme == (width == 1280 ? ColorScheme.Light : ColorScheme.Dark))
                {
                    AxeResult result = await page.RunAxe();
                    faults.AddRange(result.Violations.Select(violation => $"{path} at {width} {scheme}: {violation.Id}, {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
                }

                if (shots is not null)
                {
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(shots, $"{name}-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
                }
            }
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
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        AxeResult result = await page.RunAxe();
        int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (Environment.GetEnvironmentVariable("GRADUS_SHOTS") is { } shots)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(shots, $"real-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
        }

        Assert.Empty(result.Violations);
        Assert.Equal(0, overflow);
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

        AxeResult result = await page.RunAxe();

        Assert.Contains(result.Violations, violation => violation.Id == "label");
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

    // Each state of the site is made when its page is about to be looked at.
    private static async IAsyncEnumerable<(string Name, string Path)> VisitAsync(TestSite site)
    {
        yield return ("home-new", "/");
        yield return ("library", "/library");
        yield return ("library-none", "/library?q=zzz");
        yield return ("map-new", "/map");
        yield return ("settings", "/settings");
        yield return ("author-none", "/author");
        yield return ("author-new", "/author/weight-tying");
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
