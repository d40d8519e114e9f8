using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>What keeps a page from being used: what axe finds, and what sticks out of the window.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds on a page as it stands.</summary>
    /// <remarks>
    /// Every rule runs, in the page itself, which has no frames; of the rules that hold, axe is spared writing down each place where they do.
    /// The library's own way of running it (part by part, gathered on a second page) finds the same in ten times the time.
    /// </remarks>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(found => `${found.id}, ${found.help}: ${found.nodes.map(node => node.html).join('; ')}`)");
    }

    /// <summary>By how many pixels a page is wider than the window.</summary>
    public static Task<int> OverflowAsync(this IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Opens every part of a page that is folded.</summary>
    public static Task UnfoldAsync(this IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(part => { part.open = true; })");

    /// <summary>Takes a picture of the whole page where GRADUS_SHOTS names a folder for pictures.</summary>
    public static async Task ShootAsync(this IPage page, string name, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("GRADUS_SHOTS") is { } shots)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(shots, $"{name}-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
        }
    }
}
