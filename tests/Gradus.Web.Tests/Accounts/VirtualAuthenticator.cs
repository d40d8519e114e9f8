using Microsoft.Playwright;

namespace Gradus.Web.Tests.Accounts;

/// <summary>A device that holds passkeys and always knows its owner, as Chromium's debugger offers it (https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn).</summary>
internal static class VirtualAuthenticator
{
    /// <summary>Plugs it into a page.</summary>
    public static async Task AddAsync(IPage page)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
