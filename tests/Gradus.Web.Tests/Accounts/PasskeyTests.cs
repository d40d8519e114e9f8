using Gradus.Hosting.Accounts;
using Gradus.Web.Tests.Browser;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Accounts;

/// <summary>Passkeys in a real browser, with the authenticator that its debugger offers.</summary>
public sealed class PasskeyTests(BrowserFixture browser)
{
    [Fact]
    public async Task Passkey_AddedOnThePage_SignsInAndIsRenamedAndRemoved()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using PeopleSite site = await PeopleSite.StartAsync();
        IPage page = await context.NewPageAsync();
        PageWatch watch = new(page);
        await VirtualAuthenticator.AddAsync(page);
        await JoinAsync(page, site, "ada");

        await page.GotoAsync(site.Address + "/account");
        await page.FillAsync("#passkey-name", "Laptop <b>");
        await page.ClickAsync("text=Add a passkey");
        await page.ArriveAsync("/account?done=passkey#passkeys");
        UserPasskeyInfo kept = Assert.Single(await site.Store.GetPasskeysAsync((await site.AccountAsync("ada"))!, CancellationToken.None));
        await page.ClickAsync("text=Sign out >> nth=0");
        await page.ArriveAsync("/sign-in");
        await page.ClickAsync("text=Sign in with a passkey");
        await page.ArriveAsync("/");
        UserPasskeyInfo used = Assert.Single(await site.Store.GetPasskeysAsync((await site.AccountAsync("ada"))!, CancellationToken.None));

        Assert.Equal("Laptop <b>", kept.Name);
        Assert.True(kept.IsUserVerified);
        Assert.True(used.SignCount > kept.SignCount);
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync("Account of ada");

        await page.GotoAsync(site.Address + "/account");
        await page.FillAsync("input[aria-label^='Name of the passkey']", "Phone");
        await page.ClickAsync("text=Rename");
        await page.ArriveAsync("/account?done=named#passkeys");
        await Assertions.Expect(page.Locator("input[aria-label='Name of the passkey Phone']")).ToHaveValueAsync("Phone");
        await page.ClickAsync("button[aria-label='Remove the passkey Phone']");
        await page.ArriveAsync("/account?done=no-passkey#passkeys");
        Assert.Empty(await site.Store.GetPasskeysAsync((await site.AccountAsync("ada"))!, CancellationToken.None));
        watch.AssertQuiet();
    }

    [Fact]
    public async Task Passkey_RemovedFromTheAccount_OpensNothing()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using PeopleSite site = await PeopleSite.StartAsync();
        IPage page = await context.NewPageAsync();
        await VirtualAuthenticator.AddAsync(page);
        await JoinAsync(page, site, "ada");
        await page.GotoAsync(site.Address + "/account");
        await page.ClickAsync("text=Add a passkey");
        await page.ArriveAsync("/account?done=passkey#passkeys");
        Account account = (await site.AccountAsync("ada"))!;
        await site.Store.RemovePasskeyAsync(account, (await site.Store.GetPasskeysAsync(account, CancellationToken.None)).Single().CredentialId, CancellationToken.None);
        await page.ClickAsync("text=Sign out >> nth=0");
        await page.ArriveAsync("/sign-in");

        await page.ClickAsync("text=Sign in with a passkey");

        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("The passkey was not accepted");
        await page.GotoAsync(site.Address + "/account");
        await page.ArriveAsync("/sign-in?return=%2Faccount");
    }

    [Fact]
    public async Task Passkey_OnAnAddressWithoutAName_IsNotOffered()
    {
        await using IBrowserContext context = await browser.OpenAsync();
        await using PeopleSite site = await PeopleSite.StartAsync();
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(site.Listening + "sign-in");
        await page.ArriveHearingAsync("/sign-in");

        await Assertions.Expect(page.Locator("[data-passkey]")).ToBeHiddenAsync();
    }

    /// <summary>Makes an account by an invitation in a browser.</summary>
    internal static async Task JoinAsync(IPage page, PeopleSite site, string name)
    {
        await page.GotoAsync(site.Address + AccountLinks.InvitePath + site.Links.Invite(1).Secret);
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", PeopleSite.Password);
        await page.ClickAsync("[data-submit]");
        await page.ArriveAsync("/");
    }
}
