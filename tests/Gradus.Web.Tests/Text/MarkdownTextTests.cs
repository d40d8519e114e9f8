using Gradus.Web.Text;

namespace Gradus.Web.Tests.Text;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img")]
    [InlineData("[x](javascript:alert(1))", "<a href=\"\"")]
    [InlineData("[x](  JaVaScRiPt:alert(1))", "<a href=\"\"")]
    [InlineData("<javascript:alert(1)>", "<a href=\"\"")]
    [InlineData("![x](https://example.org/pixel.png)", "<img src=\"\"")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)", "<a href=\"\"")]
    public void Render_HostileMarkdown_IsHarmless(string text, string expected)
    {
        string html = MarkdownText.Render(text).Value;

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"https", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HeadingsAndCode_FitBelowThePagesOwn()
    {
        string html = MarkdownText.Render("### Reason\n\n```csharp\na < b\n```\n", 1).Value;

        Assert.Contains("<h4>Reason</h4>", html, StringComparison.Ordinal);
        Assert.Contains("tabindex=\"0\"", html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b", html, StringComparison.Ordinal);
    }
}
