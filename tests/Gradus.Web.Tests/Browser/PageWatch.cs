using Microsoft.Playwright;

namespace Gradus.Web.Tests.Browser;

/// <summary>Notes what a page complains of.</summary>
internal sealed class PageWatch
{
    private readonly List<string> _complaints = [];

    public PageWatch(IPage page)
    {
        page.Console += (_, message) =>
        {
            // A page that is not there is told of by the browser too.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
            {
                _complaints.Add($"{message.Type} at {page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"uncaught at {page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A browser breaks off what the page that it leaves was loading.
            if (request.Failure?.Contains("ERR_ABORTED", StringComparison.Ordinal) != true)
            {
                _complaints.Add($"{request.Method} {request.Url}: {request.Failure}");
            }
        };
    }

    public void AssertQuiet() => Assert.Empty(_complaints);
}
