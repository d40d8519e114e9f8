using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>The flows of the library, the map, the settings and the author's desk, by keyboard alone.</summary>
public sealed class KeyboardTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Person_WithKeyboardAlone_FindsNarrowsAndOpensAQuestion(int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await browser.OpenAsync(width, scheme);
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + "/map");
        await page.ArriveHearingAsync("/map");
        await page.Keyboard.PressAsync("/");
        await page.ArriveHearingAsync("/library");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("fact");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("2 questions");
        Assert.Equal("search", await FocusAsync(page));

        // The third facet after the words is the kind; the first is the topic.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("facet-topic", await FocusAsync(page));
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("1 of 2 questions");
        Assert.Equal("facet-topic", await FocusAsync(page));
        await page.TabToAsync("[data-results] a");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/questions/sample-*");
        watch.AssertQuiet();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task Person_WithKeyboardAlone_FollowsTheMapToAQuestion(int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await browser.OpenAsync(width, scheme);
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + "/map");
        await page.ArriveHearingAsync("/map");
        await page.TabToAsync("svg a[href='/map?topic=optimization']:visible");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/map?topic=optimization");
        await page.TabToAsync("main summary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main details[open] table")).ToHaveCountAsync(1);
        await page.TabToAsync("svg a[href='/questions/sample-scaling']:visible", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/questions/sample-scaling");
        watch.AssertQuiet();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Person_WithKeyboardAlone_WritesLintsTriesAndStoresAQuestion(int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await browser.OpenAsync(width, scheme);
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + "/author");
        await page.ArriveHearingAsync("/author");
        await page.TabToAsync("#id");
        await page.Keyboard.TypeAsync("weight-tying");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/author/weight-tying?begin=yes");
        await page.TabToAsync("#text");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync("nothing");
        await Assertions.Expect(page.Locator("[data-issues]")).ToContainTextAsync("must begin with a line '---'");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(site.Application.Authoring.Open("weight-tying").Text.Replace("title: \"Weight tying\"", "title: \"Tied weights\"", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("[data-issues]")).ToContainTextAsync("needed 200 to 400");
        Assert.Equal("text", await FocusAsync(page));
        await page.TabToAsync("#answer");
        await page.Keyboard.InsertTextAsync("It works because weights are shared between two layers.");
        await page.TabToAsync("button[value='try']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#graded")).ToContainTextAsync("What it earns");
        await page.ArriveHearingAsync("/author/weight-tying#result");
        await page.FocusAsync("#text");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveHearingAsync("/author/weight-tying?saved=yes*");

        Assert.Equal("Tied weights", site.Application.Bank.Find("weight-tying")!.Title);
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Person_WithKeyboardAlone_ChangesTheTheme()
    {
        await using IBrowserContext context = await browser.OpenAsync(1280, ColorScheme.Light);
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/settings");
        await page.ArriveHearingAsync("/settings");
        string light = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        await page.TabToAsync("input[name='theme']");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.TabToAsync("#appearance button");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/settings?saved=theme#appearance");

        Assert.NotEqual(light, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("dark", await page.GetAttributeAsync("html", "data-theme"));
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");
}
