using Gradus.Web.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Gradus.Web.Tests.Browser;

/// <summary>One Chromium for all browser tests; they are skipped by name where there is none.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const float Patience = 120_000;
    private const string Missing = "Chromium is not installed: ./test --install";
    private static readonly string? Executable = Environment.GetEnvironmentVariable("GRADUS_CHROMIUM");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (string.IsNullOrEmpty(Executable))
        {
            return;
        }

        // A busy machine is no fault of the page.
        Assertions.SetDefaultExpectTimeout(Patience / 2);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>A new window with no memory of another.</summary>
    public async Task<IBrowserContext> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipWhen(_browser is null, Missing);
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
