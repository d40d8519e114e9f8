using System.Net;
using System.Text;

namespace Gradus.Hosting.Exchange;

/// <summary>Turns a card's HTML to plain text: no tag, script, style, sound or picture is left.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Breaks = new(StringComparer.OrdinalIgnoreCase) { "br", "div", "p", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "blockquote", "dt", "dd" };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "iframe", "object", "embed", "svg", "math", "template", "noscript", "head", "title", "textarea", "select" };

    /// <summary>The text of some HTML.</summary>
    /// <param name="html">The HTML; anything at all.</param>
    /// <returns>Its text, with line feeds where it breaks lines.</returns>
    public static string From(string html)
    {
        StringBuilder text = new(html.Length);
        int at = 0;
        while (at < html.Length)
        {
            int open = html.IndexOf('<', at);
            Add(text, html[at..(open < 0 ? html.Length : open)]);
            if (open < 0)
            {
                break;
            }

            at = Tag(html, open, text);
        }

        return WithoutSounds(text.ToString()).Trim();
    }

    /// <summary>HTML that shows a text as it is.</summary>
    public static string Show(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static void Add(StringBuilder text, string part) => text.Append(WebUtility.HtmlDecode(part.ReplaceLineEndings(" ").Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase)));

    private static int Tag(string html, int open, StringBuilder text)
    {
        if (html.AsSpan(open).StartsWith("<!--"))
        {
            int closed = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return closed < 0 ? html.Length : closed + 3;
        }

        int begin = open + 1;
        bool closing = begin < html.Length && html[begin] == '/';
        begin += closing ? 1 : 0;
        int end = begin;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        if (end == begin && !(begin < html.Length && html[begin] is '!' or '?'))
        {
            // A lone sign such as in "a < b" is text.
            text.Append(closing ? "</" : "<");
            return begin;
        }

        string name = html[begin..end];
        int after = EndOfTag(html, end);
        if (!closing && Hidden.Contains(name))
        {
            int closes = html.IndexOf("</" + name, after, StringComparison.OrdinalIgnoreCase);
            return closes < 0 ? html.Length : EndOfTag(html, closes + 2);
        }

        if (Breaks.Contains(name) && (text.Length > 0 || name.Equals("br", StringComparison.OrdinalIgnoreCase)) && (!closing || text.Length == 0 || text[^1] != '\n') && (name.Equals("br", StringComparison.OrdinalIgnoreCase) || text[^1] != '\n'))
        {
            text.Append('\n');
        }

        return after;
    }

    // A sign inside a quoted attribute does not end the tag.
    private static int EndOfTag(string html, int at)
    {
        char quote = '\0';
        for (; at < html.Length; at++)
        {
            char c = html[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return at + 1;
            }
        }

        return html.Length;
    }

    private static string WithoutSounds(string text)
    {
        const string Sound = "[sound:";
        int sound = text.IndexOf(Sound, StringComparison.Ordinal);
        if (sound < 0)
        {
            return text;
        }

        StringBuilder kept = new(text.Length);
        int at = 0;
        while (sound >= 0)
        {
            kept.Append(text, at, sound - at);
            int end = text.IndexOf(']', sound);
            at = end < 0 ? text.Length : end + 1;
            sound = text.IndexOf(Sound, at, StringComparison.Ordinal);
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }
}
