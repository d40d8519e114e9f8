using Markdig;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Gradus.Web.Text;

/// <summary>Markdown of question files as HTML: data, never script. Raw HTML is shown as text, only web links are links; formulas are typeset, C# has its colours.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Renders a text.</summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="headings">How many levels its headings move down, to fit below the page's own.</param>
    public static MarkupString Render(string text, int headings = 0)
    {
        MarkdownDocument document = Markdown.Parse(text, Pipeline);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + headings);
        }

        foreach (CodeBlock code in document.Descendants<CodeBlock>())
        {
            // What scrolls sideways must be reachable by keyboard.
            code.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        }

        foreach (FencedCodeBlock code in document.Descendants<FencedCodeBlock>().Where(code => code.Info is "csharp" or "cs").ToArray())
        {
            Replace(code, $"<pre tabindex=\"0\">{CodeText.Render(code.Lines.ToString())}</pre>");
        }

        foreach (CodeInline code in document.Descendants<CodeInline>().ToArray())
        {
            if (FormulaText.Render(code.Content) is { } formula)
            {
                code.ReplaceBy(new HtmlInline(formula));
            }
        }

        foreach (LinkInline link in document.Descendants<LinkInline>())
        {
            if (link.IsImage || !IsWeb(link.Url))
            {
                link.Url = "";
            }
        }

        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsWeb(link.Url)))
        {
            link.Url = "";
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Replace(LeafBlock block, string html)
    {
        ContainerBlock parent = block.Parent!;
        int place = parent.IndexOf(block);
        parent.RemoveAt(place);
        parent.Insert(place, new HtmlBlock(null) { Lines = new StringLineGroup(html) });
    }

    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
