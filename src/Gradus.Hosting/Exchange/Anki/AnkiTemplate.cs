using System.Text;
using System.Text.RegularExpressions;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>The sides of a card as text: fields put into a template, nothing run.</summary>
internal static partial class AnkiTemplate
{
    // A template of ours holds a few fields; beyond this, something else is meant.
    private const int MostFields = 200;
    private const int LongestTemplate = 20_000;

    /// <summary>A side of a card.</summary>
    /// <param name="template">The template, such as <c>{{Front}}&lt;hr&gt;{{Back}}</c>.</param>
    /// <param name="fields">The note's fields by name, as HTML.</param>
    /// <returns>Its text.</returns>
    public static string Render(string template, IReadOnlyDictionary<string, string> fields)
    {
        if (template.Length > LongestTemplate)
        {
            return "";
        }

        StringBuilder html = new();
        int at = 0;
        int count = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf("{{", at, StringComparison.Ordinal);
            int close = open < 0 ? -1 : template.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0 || ++count > MostFields)
            {
                html.Append(template, at, template.Length - at);
                break;
            }

            html.Append(template, at, open - at);
            string name = template[(open + 2)..close].Trim();
            // Conditions are passed over, filters such as "text:" left out; the front is not repeated on the back.
            string field = name.Length > 0 && name[0] is '#' or '^' or '/' or '!' ? "" : name[(name.LastIndexOf(':') + 1)..].Trim();
            html.Append(fields.GetValueOrDefault(field));
            at = close + 2;
        }

        return HtmlText.From(html.ToString());
    }

    /// <summary>The two sides of a cloze card.</summary>
    /// <param name="text">The field that holds the clozes, as HTML.</param>
    /// <param name="number">The cloze that is asked, from 1.</param>
    /// <returns>The text with that cloze hidden, and whole.</returns>
    public static (string Front, string Back) Cloze(string text, long number)
    {
        string plain = HtmlText.From(text);
        return (
            ClozePattern().Replace(plain, match => match.Groups["number"].ValueSpan.SequenceEqual(number.ToString(System.Globalization.CultureInfo.InvariantCulture))
                ? match.Groups["hint"].Success ? $"[{match.Groups["hint"].Value}]" : "[...]"
                : match.Groups["text"].Value),
            ClozePattern().Replace(plain, match => match.Groups["text"].Value));
    }

    [GeneratedRegex(@"\{\{c(?<number>\d{1,3})::(?<text>[^{}:]*(?::[^{}:]+)*)(?:::(?<hint>[^{}]*))?\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ClozePattern();
}
