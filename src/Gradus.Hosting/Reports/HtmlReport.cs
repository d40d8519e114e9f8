using System.Globalization;
using System.Net;
using Gradus.Hosting.Figures;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>The report as one HTML file without outside assets, for the screen and for paper.</summary>
internal sealed class HtmlReport : ReportPaper
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
        h1,h2{line-height:1.2}h2{margin-top:2rem}.muted{opacity:.75}.score{font-size:2.5rem;font-weight:700;margin:0}
        figure{margin:1.5rem 0}svg{max-width:100%;height:auto}.wide{overflow-x:auto}table{border-collapse:collapse}
        td,th{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #8884}td,tbody th{font-weight:400}.n{text-align:right;font-variant-numeric:tabular-nums}
        .said{white-space:pre-wrap;border-left:3px solid #8886;padding-left:1rem;margin:1rem 0}li{margin:.4rem 0}.wrong{color:#b3261e}
        @media (prefers-color-scheme:dark){.wrong{color:#f2b8b5}}
        @media print{body{margin:0;max-width:none;font-size:11pt}section{break-inside:avoid}h2{break-after:avoid}a{color:inherit}}
        """;

    private bool _inSection;

    public override void Begin(string title, string name)
    {
        Written.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        Written.Append(CultureInfo.InvariantCulture, $"<title>{Text(name)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n<h1>{Text(title)}</h1>\n");
    }

    public override void Note(string words) => Written.Append(CultureInfo.InvariantCulture, $"<p class=\"muted\">{Text(words)}</p>\n");

    public override void Score(string percent, string? compared)
    {
        Written.Append(CultureInfo.InvariantCulture, $"<p class=\"score\">{Text(percent)}</p>\n");
        if (compared is not null)
        {
            Written.Append(CultureInfo.InvariantCulture, $"<p>{Text(compared)}</p>\n");
        }
    }

    public override void Section(string title)
    {
        Written.Append(_inSection ? "</section>\n" : "");
        Written.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{Text(title)}</h2>\n");
        _inSection = true;
    }

    public override void Fixes(IReadOnlyList<ReportFix> fixes)
    {
        Written.Append("<ol>\n");
        foreach (ReportFix fix in fixes)
        {
            Written.Append(CultureInfo.InvariantCulture, $"<li><strong>{Text(fix.Title)}</strong><br>{Text(fix.Cause)}: <span{(fix.IsWrong ? " class=\"wrong\"" : "")}>{Text(fix.Lead)}</span>");
            Written.Append(fix.Near is { } near ? $"<br>{Text(near.Lead)} <q>{Text(near.Words)}</q>" : "");
            Written.Append(fix.Correction.Length > 0 ? $"<br>{Text(fix.Correction)}" : "");
            Written.Append(fix.Next.Length > 0 ? $"<br><span class=\"muted\">{Text(fix.Next)}</span></li>\n" : "</li>\n");
        }

        Written.Append("</ol>\n");
    }

    public override void Trend(IReadOnlyList<SittingReport> trend, ReportWords words)
    {
        if (InterviewTrend.Figure(trend) is { } figure)
        {
            Written.Append(CultureInfo.InvariantCulture, $"<figure>{SvgFigure.Render(figure)}<figcaption class=\"muted\">{Text(figure.Description)}</figcaption></figure>\n");
        }
    }

    public override void Table(IReadOnlyList<ReportColumn> columns, IEnumerable<string[]> rows)
    {
        Written.Append("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (ReportColumn column in columns)
        {
            Written.Append(column.Head.Length == 0 ? "<td></td>" : $"<th scope=\"col\"{Class(column)}>{Text(column.Head)}</th>");
        }

        Written.Append("</tr></thead>\n<tbody>\n");
        foreach (string[] row in rows)
        {
            Written.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"{Class(columns[0])}>{Text(row[0])}</th>");
            foreach ((ReportColumn column, string cell) in columns.Zip(row).Skip(1))
            {
                Written.Append(CultureInfo.InvariantCulture, $"<td{Class(column)}>{Text(cell)}</td>");
            }

            Written.Append("</tr>\n");
        }

        Written.Append("</tbody>\n</table></div>\n");
    }

    public override void Quote(string words) => Written.Append(CultureInfo.InvariantCulture, $"<p class=\"said\">{Text(words)}</p>\n");

    public override void Lines(IReadOnlyList<ReportLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Written.Append("<ul>\n");
        foreach (ReportLine line in lines)
        {
            string said = line.Said is { } words ? $"<q>{Text(words)}</q>" : "";
            Written.Append(line.IsWrong
                ? $"<li><span class=\"wrong\">{Text(line.Label)}: {said}</span> {Text(line.Text)}</li>\n"
                : $"<li>{Text(line.Label)}: {Text(line.Text)}{(said.Length > 0 ? " " : "")}{said}</li>\n");
        }

        Written.Append("</ul>\n");
    }

    public override string End() => Written.Append(_inSection ? "</section>\n" : "").Append("</main>\n</body>\n</html>\n").ToString();

    private static string Class(ReportColumn column) => column.Number ? " class=\"n\"" : "";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
