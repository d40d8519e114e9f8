using System.Globalization;
using System.Net;
using System.Text;
using Gradus.Labs;
using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>A lab's result as one HTML file that needs nothing beside it.</summary>
public static class LabReport
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
        h1{line-height:1.2}figure{margin:1.5rem 0}svg{max-width:100%;height:auto}table{border-collapse:collapse}
        td,th{padding:.25rem .75rem .25rem 0;text-align:left;border-bottom:1px solid #8884}td+td{text-align:right;font-variant-numeric:tabular-nums}
        pre{overflow-x:auto;padding:1rem;background:#8881;border-radius:.5rem;font-size:.85rem}code{word-break:break-all}
        """;

    /// <summary>Writes the report: claim, verdict, figures, everything measured and the code.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="result">Its result.</param>
    /// <returns>The HTML document; the same result gives the same text.</returns>
    public static string Html(Lab lab, LabResult result)
    {
        StringBuilder html = new();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Text(lab.Title)}</title>\n<style>{Style}</style>\n<h1>{Text(lab.Title)}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p><strong>Claim.</strong> {Text(result.Hypothesis)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p><strong>Verdict: {Text(result.Verdict.ToString().ToLowerInvariant())}.</strong> {Text(result.Conclusion)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>Effect {Number(result.Effect)}, 95 % interval {Number(result.Interval.Low)} to {Number(result.Interval.High)}, over seeds {string.Join(", ", result.Seeds)}. {Text(lab.EffectDescription)}</p>\n");
        foreach (Figure figure in result.Figures)
        {
            html.Append(CultureInfo.InvariantCulture, $"<figure>{SvgFigure.Render(figure)}</figure>\n");
        }

        html.Append("<h2>Measures</h2>\n<table>\n");
        foreach ((string name, double value) in result.Measures)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(name)}</td><td>{Number(value)}</td></tr>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</table>\n<h2>Code</h2>\n<pre>{Text(lab.Code)}</pre>\n<p>Digest <code>{Text(result.Digest)}</code></p>\n</html>\n");
        return html.ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.######", CultureInfo.InvariantCulture) : "unbounded";
}
