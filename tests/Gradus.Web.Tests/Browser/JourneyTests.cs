using Gradus.Web.Tests.Samples;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>What a person does.</summary>
public sealed class JourneyTests(BrowserFixture browser)
{
    [Fact]
    public async Task Person_AnswersWatchesALabAndReloads_FindsBothInTheHistory()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + "/questions/sample-scaling");
        await page.FillAsync("#answer", "The first and the second.");
        await page.ClickAsync("[data-submit]");
        await page.ArriveAsync("/answers/*");
        Assert.True(await page.Locator("main mark").CountAsync() > 0);
        Assert.Matches("[1-9]", await page.Locator(".score-number").InnerTextAsync());

        await page.ClickAsync("button[data-key='r']");
        await page.ArriveAsync("/labs/*run=*");
        site.Lab.LetSeeds(5);
        await page.WaitForSelectorAsync("[data-lab-result]", new PageWaitForSelectorOptions { Timeout = 120_000 });
        string verdict = await page.Locator("[data-lab-result] .verdict-word").InnerTextAsync();
        await page.ReloadAsync();
        Assert.Equal(verdict, await page.Locator("[data-lab-result] .verdict-word").InnerTextAsync());
        Assert.True(await page.Locator("[data-lab-result] svg.figure").CountAsync() > 0);

        await page.GotoAsync(site.Address + "/history");
        await page.ReloadAsync();
        Assert.Equal(1, await page.Locator(".list a[href^='/answers/']").CountAsync());
        Assert.Equal(1, await page.Locator(".list a[href^='/labs/']").CountAsync());
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Person_WithAllThatGradusShips_SeesTheClaimProved()
    {
        Assert.NotNull(Labs.LabCatalog.Find("accuracy-trap"));
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartRealAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + "/questions/accuracy-trap");
        await page.FillAsync("#answer", RealAnswers.AccuracyTrap);
        await page.ClickAsync("[data-submit]");
        await page.ArriveAsync("/answers/*");
        await page.Keyboard.PressAsync("r");
        await page.ArriveAsync("/labs/*run=*");
        await page.WaitForSelectorAsync("[data-lab-result], main .warning", new PageWaitForSelectorOptions { Timeout = 180_000 });

        Assert.Equal([], await page.Locator("main .warning").AllInnerTextsAsync());
        Assert.Contains("It holds", await page.Locator("[data-lab-result] .verdict-word").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("[data-lab-result] svg.figure").CountAsync() > 0);
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Person_WithKeyboardAlone_AnswersRatesAndFindsTheKeys()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartRealAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + "/");
        await page.ArriveHearingAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#keys")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("/");
        await page.ArriveHearingAsync("/library");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("accuracy");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/library?q=accuracy*");
        await page.FocusAsync("a[href='/questions/accuracy-trap']");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/questions/accuracy-trap");
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.InsertTextAsync(RealAnswers.AccuracyTrap);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveHearingAsync("/answers/*");

        await page.Keyboard.PressAsync("1");
        await page.ArriveHearingAsync("/answers/*#rating");
        await Assertions.Expect(page.Locator("[data-key='1']")).ToHaveAttributeAsync("aria-pressed", "true");
        site.Clock.Advance(TimeSpan.FromDays(2));
        // The second key counts for a moment only, which a busy machine may let pass.
        for (int attempt = 0; attempt < 5 && !page.Url.EndsWith("/review", StringComparison.Ordinal); attempt++)
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync("r");
            await Task.WhenAny(page.ArriveAsync("/review", patience: 5000));
        }

        await page.ArriveHearingAsync("/review");
        await page.Keyboard.PressAsync(" ");
        await page.ArriveHearingAsync("/review*shown=true");
        await page.Keyboard.PressAsync(" ");
        await page.ArriveHearingAsync("/review");

        await Assertions.Expect(page.Locator("html[data-review-keys]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("u");
        await page.ArriveHearingAsync("/review?question=accuracy-trap&undone=true");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("was taken back");
        await Assertions.Expect(page.Locator("html[data-review-keys]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/review*shown=true");
        await page.Keyboard.PressAsync("4");
        await page.ArriveHearingAsync("/review");
        await page.Keyboard.PressAsync("z");
        await page.ArriveHearingAsync("/review?question=accuracy-trap&undone=true");
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Person_ClosesThePageWhileTyping_FindsTheDraft()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(site.Address + "/questions/sample-scaling");
        await page.FillAsync("#answer", "half a thought");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync("Draft saved");
        await Assertions.Expect(page.Locator("[data-words]")).ToHaveTextAsync("3 words");
        await page.CloseAsync();
        IPage later = await context.NewPageAsync();
        await later.GotoAsync(site.Address + "/questions/sample-scaling");

        Assert.Equal("half a thought", await later.InputValueAsync("#answer"));
    }

    [Fact]
    public async Task Person_WithoutScript_AnswersAndWatchesALab()
    {
        await using IBrowserContext context = await browser.OpenAsync(390, script: false);
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(site.Address + "/questions/sample-scaling");
        await page.FillAsync("#answer", "first, not magic");
        await page.ClickAsync("[data-submit]");
        Assert.Equal(1, await page.Locator("main .answer mark:not(.wrong)").CountAsync());
        await page.ClickAsync("button[data-key='r']");
        await page.WaitForSelectorAsync("[data-lab-run]");
        site.Lab.LetSeeds(5);

        // The page reloads itself until the run has ended.
        await page.WaitForSelectorAsync("[data-lab-result]");
    }

    [Fact]
    public async Task Curves_OfARunningLab_MoveAndEndInTheResult()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + "/labs/sample-lab?seeds=1");
        await page.Keyboard.PressAsync("r");
        await page.ArriveAsync("/labs/*run=*");
        site.Lab.Let(2);
        ILocator line = page.Locator("[data-live] .figure .line[d*='L']");
        await Assertions.Expect(line).ToHaveCountAsync(1);
        string two = await line.GetAttributeAsync("d") ?? "";
        IReadOnlyList<string> moving = await page.ViolationsAsync();
        await page.ShootAsync("lab-moving", 1280, ColorScheme.Light);

        Assert.Empty(moving);
        site.Lab.Let(1);
        await Assertions.Expect(line).Not.ToHaveAttributeAsync("d", two);
        site.Lab.Let(1);
        await page.WaitForSelectorAsync("[data-lab-result]");

        Assert.Equal(0, await page.Locator("[data-lab-run]").CountAsync());
        watch.AssertQuiet();
    }
}
