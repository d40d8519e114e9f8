using Gradus.Hosting.Accounts;
using Gradus.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Accounts;

/// <summary>The pages of accounts at two widths, light and dark, and by keyboard alone.</summary>
public sealed class AccountViewsTests(BrowserFixture browser)
{
    private static readonly (int Width, ColorScheme Scheme)[] Views = [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light)];

    [Fact]
    public async Task Pages_BothWidthsAndThemes_AreAccessibleAndFit()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using PeopleSite site = await PeopleSite.StartAsync();
        IPage page = await context.NewPageAsync();
        await VirtualAuthenticator.AddAsync(page);
        List<string> faults = [];

        await foreach (string name in VisitAsync(page, site))
        {
            foreach ((int width, ColorScheme scheme) in Views)
            {
                await page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                if (await page.OverflowAsync() is > 0 and int overflow)
                {
                    faults.Add($"{name} is {overflow} pixels too wide at {width}");
                }

                if (scheme == (width == 1280 ? ColorScheme.Light : ColorScheme.Dark))
                {
                    faults.AddRange((await page.ViolationsAsync()).Select(violation => $"{name} at {width} {scheme}: {violation}"));
                }

                await page.ShootAsync("account-" + name, width, scheme);
            }
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Person_WithKeyboardAlone_JoinsMakesATokenSignsOutAndIn(int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await browser.OpenAsync(width, scheme);
        await using PeopleSite site = await PeopleSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);

        await page.GotoAsync(site.Address + AccountLinks.InvitePath + site.Links.Invite(1).Secret);
        await page.ArriveHearingAsync("/invite/*");
        await page.Keyboard.TypeAsync("ada");
        await page.TabToAsync("#password");
        await page.Keyboard.TypeAsync(PeopleSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/");
        await page.TabToAsync("footer a[href='/account']");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/account");
        await page.TabToAsync("#token-name");
        await page.Keyboard.TypeAsync("notebook");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-token]")).ToContainTextAsync(ApiTokens.Prefix);
        await page.TabToAsync("#sessions .primary");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveHearingAsync("/sign-in");
        Assert.Equal("name", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.TypeAsync("Ada");
        await page.TabToAsync("#password");
        await page.Keyboard.TypeAsync(PeopleSite.Password);
        await page.TabToAsync("input[name=keep]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("[data-submit]");
        await page.Keyboard.PressAsync("Enter");

        await page.ArriveHearingAsync("/");
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Person_WithoutScript_JoinsSignsOutAndIn()
    {
        await using IBrowserContext context = await browser.OpenAsync(script: false);
        await using PeopleSite site = await PeopleSite.StartAsync();
        IPage page = await context.NewPageAsync();

        await PasskeyTests.JoinAsync(page, site, "ada");
        await page.GotoAsync(site.Address + "/account");
        await Assertions.Expect(page.Locator("[data-no-passkey]")).ToBeVisibleAsync();
        await page.ClickAsync("text=Sign out >> nth=0");
        await page.ArriveAsync("/sign-in");
        await Assertions.Expect(page.Locator("[data-passkey]")).ToBeHiddenAsync();
        await page.FillAsync("#name", "ada");
        await page.FillAsync("#password", PeopleSite.Password);
        await page.ClickAsync("[data-submit]");

        await page.ArriveAsync("/");
    }

    // Each state is made when it is about to be looked at.
    private static async IAsyncEnumerable<string> VisitAsync(IPage page, PeopleSite site)
    {
        await page.GotoAsync(site.Address + "/library");
        yield return "sign-in";
        await page.FillAsync("#name", "ada");
        await page.FillAsync("#password", "wrong horse battery");
        await page.ClickAsync("[data-submit]");
        await page.WaitForSelectorAsync("[role=alert]");
        yield return "sign-in-wrong";
        await page.GotoAsync(site.Address + "/invite/nothing");
        yield return "link-gone";
        string link = site.Address + AccountLinks.InvitePath + site.Links.Invite(1).Secret;
        await page.GotoAsync(link);
        yield return "invite";
        await page.FillAsync("#name", "ada lovelace");
        await page.FillAsync("#password", "aaaaaaaaaaaaaaaa");
        await page.ClickAsync("[data-submit]");
        await page.WaitForSelectorAsync("[role=alert]");
        yield return "invite-refused";
        await PasskeyTests.JoinAsync(page, site, "ada");
        yield return "home";
        await page.GotoAsync(site.Address + "/account");
        yield return "page-new";
        await page.ClickAsync("text=Add a passkey");
        await page.ArriveAsync("/account?done=passkey#passkeys");
        await page.FillAsync("#token-name", "A notebook with a long name that may well break the line");
        await page.ClickAsync("text=Make a token");
        await page.WaitForSelectorAsync("[data-token]");
        yield return "page-token";
        await page.FillAsync("#delete-name", "grace");
        await page.ClickAsync("text=Delete account and data");
        await page.WaitForSelectorAsync("[role=alert]");
        yield return "page-refused";
        await page.GotoAsync(site.Address + "/settings");
        yield return "settings";
        await page.GotoAsync(site.Address + AccountLinks.ResetPath + site.Links.Reset((await site.AccountAsync("ada"))!.Id, 1).Secret);
        yield return "reset";
    }
}
