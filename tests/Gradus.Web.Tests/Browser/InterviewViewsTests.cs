using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>Hints, pauses, kinds of rounds, saved reports and the voice, as a person meets them.</summary>
public sealed class InterviewViewsTests(BrowserFixture browser)
{
    private const string Lay =
        "Imagine a student who has seen all of last year's exams. The benefit is that fewer examples are needed. It fails where the new exam is about something else. I would use it when you have few cases of your own. We tune the logits.";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Views_OfAnInterview_AreAccessibleAndFit(int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await browser.OpenAsync(width, scheme);
        await using TestSite site = await TestSite.StartRealAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);
        List<string> faults = [];
        await foreach ((string name, string path) in VisitAsync(site))
        {
            await page.GotoAsync(site.Address + path);
            if (await page.OverflowAsync() is > 0 and int overflow)
            {
                faults.Add($"{name} is {overflow} pixels too wide");
            }

            faults.AddRange((await page.ViolationsAsync()).Select(violation => $"{name}: {violation}"));
            await page.ShootAsync(name, width, scheme);
        }

        Assert.Empty(faults);
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Person_WithKeyboardAlone_TakesAHintPausesAndGoesOn()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);
        string interview = await StartAsync(site, ("seed", "1"));

        await page.GotoAsync(site.Address + interview);
        await page.ArriveHearingAsync(interview);
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.TypeAsync("the first of all");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.Locator("[aria-label='Hints taken'] li")).ToHaveCountAsync(1);
        Assert.Equal("the first of all", await page.InputValueAsync("#answer"));

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Paused" })).ToBeVisibleAsync();
        await page.ArriveHearingAsync(interview);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("#answer")).ToHaveValueAsync("the first of all");
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Voice_BrowserThatOffersIt_DictatesIntoTheAnswerAndReadsAloud()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await context.AddInitScriptAsync(
            """
            window.spoken = [];
            window.SpeechRecognition = class extends EventTarget {
              start() {
                const result = Object.assign([{ transcript: " it switches units off" }], { isFinal: true });
                setTimeout(() => this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results: [result] })), 50);
              }
              stop() { this.dispatchEvent(new Event("end")); }
            };
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, "speechSynthesis", { value: { speaking: false, speak(words) { window.spoken.push(words.text); words.onstart?.(); words.onend?.(); }, cancel() {} } });
            """);
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);
        await page.GotoAsync(site.Address + await StartAsync(site, ("seed", "1")));

        await page.FillAsync("#answer", "In training");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dictate" }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).ToHaveValueAsync("In training it switches units off");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stop dictating" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read the question aloud" }).ClickAsync();

        Assert.Contains(await page.EvaluateAsync<string[]>("window.spoken"), text => text.Length > 0 && !text.Contains('<', StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("[data-words] b")).ToHaveTextAsync("6");
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Voice_BrowserWithoutIt_ShowsNoButtons()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await context.AddInitScriptAsync("for (const name of ['SpeechRecognition', 'webkitSpeechRecognition', 'SpeechSynthesisUtterance']) delete window[name];");
        await using TestSite site = await TestSite.StartAsync();
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(site.Address + await StartAsync(site, ("seed", "1")));
        await page.ArriveHearingAsync("/interview/*");

        await Assertions.Expect(page.Locator("[data-voice]")).ToBeHiddenAsync();
    }

    private static async IAsyncEnumerable<(string Name, string Path)> VisitAsync(TestSite site)
    {
        string taught = await StartAsync(site, ("rounds", "teach"), ("seed", "1"));
        using HttpResponseMessage hinted = await site.SendAsync(taught, taught + "/hint", ("answer", "Imagine a student."), ("round", "1"));
        yield return ("interview-taught-hinted", taught);
        using HttpResponseMessage answered = await site.SendAsync(taught, taught + "/answers", ("answer", Lay), ("round", "1"), ("elapsed", "130"));
        yield return ("answer-taught", "/answers/" + site.Application.Interviews.Get(taught[(taught.LastIndexOf('/') + 1)..]).Rounds[0].AnswerId);
        using HttpResponseMessage paused = await site.SendAsync(taught, taught + "/pause", ("answer", "half"), ("round", "2"));
        yield return ("interview-paused", taught);
        using HttpResponseMessage finished = await site.SendAsync(taught, taught + "/finish");
        string second = await StartAsync(site, ("topic", "vision"), ("seed", "1"));
        yield return ("interview-topic", second);
        string again = await StartAsync(site, ("seed", "4"));
        using HttpResponseMessage more = await site.SendAsync(again, again + "/answers", ("answer", Lay), ("round", "1"), ("elapsed", "130"));
        using HttpResponseMessage ended = await site.SendAsync(again, again + "/finish");
        yield return ("report-compared", again);
    }

    private static async Task<string> StartAsync(TestSite site, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage started = await site.SendAsync("/interview", "/interview", fields);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, started.StatusCode);
        return started.Headers.Location!.ToString();
    }
}
