using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Gradus.Web.Text;

/// <summary>C# with its keywords, strings, numbers and comments in colours.</summary>
internal static partial class CodeText
{
    /// <summary>Renders code; every character is shown as it stands.</summary>
    public static MarkupString Render(string code)
    {
        StringBuilder html = new("<code>");
        int done = 0;
        foreach (Match match in Token().Matches(code))
        {
            html.Append(HtmlEncoder.Default.Encode(code[done..match.Index]));
            string kind = match.Groups["comment"].Success ? "comment" : match.Groups["string"].Success ? "string" : match.Groups["number"].Success ? "literal" : "keyword";
            html.Append("<span class=\"").Append(kind).Append("\">").Append(HtmlEncoder.Default.Encode(match.Value)).Append("</span>");
            done = match.Index + match.Length;
        }

        return new MarkupString(html.Append(HtmlEncoder.Default.Encode(code[done..])).Append("</code>").ToString());
    }

    [GeneratedRegex("""
        (?<comment>//[^\n]*)
        |(?<string>\$?"(?:[^"\\\n]|\\.)*")
        |(?<number>(?<![\w.])\d[\d_]*(?:\.\d+)?(?:[eE]-?\d+)?[fdmL]?\b)
        |(?<keyword>\b(?:abstract|bool|break|case|class|const|continue|double|else|false|float|for|foreach|if|in|int|is|long|new|null|out|private|public|readonly|record|ref|return|sealed|static|string|switch|true|using|var|void|while|with)\b)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
