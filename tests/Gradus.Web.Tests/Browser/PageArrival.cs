using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>Waits for a page by asking the browser again and again.</summary>
/// <remarks>
/// Playwright's <c>WaitForURLAsync</c> reads the address and only then begins to listen for a change of it; on a busy machine
/// the change comes in between and is never heard. A question that is repeated cannot miss it.
/// </remarks>
internal static class PageArrival
{
    private const float Patience = 30_000;

    /// <summary>Waits until the address without its host matches <paramref name="path"/>, in which <c>*</c> stands for any text.</summary>
    public static Task ArriveAsync(this IPage page, string path, float patience = Patience)
    {
        string pattern = "^https?://[^/]+" + Regex.Escape(path).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        return Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), new PageAssertionsToHaveURLOptions { Timeout = patience });
    }

    /// <summary>The same, and until the page hears keys: its module has run, and a frame of it has been drawn (browsers drop keys before that).</summary>
    public static async Task ArriveHearingAsync(this IPage page, string path)
    {
        await page.ArriveAsync(path);
        await page.WaitForSelectorAsync("html[data-keys=ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))");
    }
}
