using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>Walks through a page with the tabulator, as a person without a mouse does.</summary>
internal static class Tabbing
{
    private const int Most = 120;

    /// <summary>Presses Tab until what a selector names has the focus; each stop on the way must be seen to have it.</summary>
    public static async Task TabToAsync(this IPage page, string selector, bool backwards = false)
    {
        IElementHandle wanted = await page.Locator(selector).First.ElementHandleAsync();
        for (int i = 0; i < Most; i++)
        {
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement === wanted", wanted))
            {
                return;
            }

            Assert.True(
                await page.EvaluateAsync<bool>("document.activeElement === document.body || document.activeElement.matches(':focus-visible')"),
                $"The focus cannot be seen at {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)")}");
        }

        Assert.Fail($"{selector} is not reached by {Most} presses of Tab at {page.Url}.");
    }
}
