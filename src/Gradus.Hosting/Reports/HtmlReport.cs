using System.Globalization;
using System.Net;
using System.Text;
using Gradus.Hosting.Figures;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>The report as one HTML file without outside assets, for the screen and for paper.</summary>
internal static class HtmlReport
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
        h1,h2{line-height:1.2}h2{margin-top:2rem}.muted{opacity:.75}.score{font-size:2.5rem;font-weight:700;margin:0}
        figure{margin:1.5rem 0}svg{max-width:100%;height:auto}.wide{overflow-x:auto}table{border-collapse:collapse}
        td,th{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #8884}.n{text-align:right;font-variant-numeric:tabular-nums}
        .said{white-space:pre-wrap;border-left:3px solid #8886;padding-left:1rem;margin:1rem 0}li{margin:.4rem 0}.wrong{color:#b3261e}
        @media (prefers-color-scheme:dark){.wrong{color:#f2b8b5}}
        @media print{body{margin:0;max-width:none;font-size:11pt}section{break-inside:avoid}h2{break-after:avoid}a{color:inherit}}
        """;

    public static string Write(InterviewDocument document, IReadOnlyList<SittingReport> trend, ReportWords words)
    {
        SittingReport report = document.Report;
        StringBuilder html = new();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>Interview of {words.Date(report.FinishedAt)}: {ReportWords.Percent(report.Score)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>Interview report</h1>\n<p class=\"muted\">{Text(words.Headline(report))}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"score\">{ReportWords.Percent(report.Score)}</p>\n");
        if (words.Compared(report) is { } compared)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Text(compared)}</p>\n");
        }

        Fixes(html, report, words);
        if (InterviewTrend.Figure(trend) is { } figure)
        {
            html.Append(CultureInfo.InvariantCulture, $"<figure>{SvgFigure.Render(figure)}<figcaption class=\"muted\">{Text(figure.Description)}</figcaption></figure>\n");
        }

        Shares(html, "Facets", report.Facets.Select(facet => (facet.Key.ToString(), facet.Value)));
        Shares(html, "Topics", report.Topics.Select(topic => (ReportWords.Topic(topic.Topic), topic.Score)));
        Rounds(html, report, words);
        foreach ((int index, InterviewDocument.Round round) in document.Rounds.Index())
        {
            Round(html, index + 1, round, words);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Fixes(StringBuilder html, SittingReport report, ReportWords words)
    {
        html.Append("<section>\n<h2>Fix first</h2>\n");
        html.Append(report.Fixes.Count == 0 ? "<p>Nothing was wrong or missing.</p>\n" : "<ol>\n");
        foreach (Fix fix in report.Fixes)
        {
            string wrong = fix.Kind == FixKind.Misconception ? " class=\"wrong\"" : "";
            html.Append(CultureInfo.InvariantCulture, $"<li><strong>{Text(fix.Title)}</strong><br>{ReportWords.Cause(fix.Kind)}: <span{wrong}>{Text(ReportWords.Lead(fix))}</span><br>{Text(fix.Correction)}");
            html.Append(words.Next(fix) is { Length: > 0 } next ? $"<br><span class=\"muted\">{Text(next)}</span></li>\n" : "</li>\n");
        }

        html.Append(report.Fixes.Count == 0 ? "</section>\n" : "</ol>\n</section>\n");
    }

    private static void Shares(StringBuilder html, string title, IEnumerable<(string Name, double Share)> rows)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{title}</h2>\n<table>\n");
        foreach ((string name, double share) in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(name)}</th><td class=\"n\">{ReportWords.Percent(share)}</td></tr>\n");
        }

        html.Append("</table>\n</section>\n");
    }

    private static void Rounds(StringBuilder html, SittingReport report, ReportWords words)
    {
        html.Append("<section>\n<h2>Rounds</h2>\n<div class=\"wide\"><table>\n<tr><th></th><th>question</th><th>kind</th><th>score</th><th>hints</th><th>time</th><th>words</th><th>review</th></tr>\n");
        foreach (RoundScore round in report.Rounds)
        {
            string score = round.Skipped ? "passed over" : ReportWords.Percent(round.Score);
            string review = round.ReviewAt is { } at ? words.Date(at) : "";
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{round.Round}</td><td>{Text(round.Title)}</td><td>{ReportWords.Kind(round)}</td><td class=\"n\">{score}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{round.Hints}</td><td>{ReportWords.Pace(round)}</td><td class=\"n\">{round.Words}</td><td>{review}</td></tr>\n");
        }

        html.Append("</table></div>\n</section>\n");
    }

    private static void Round(StringBuilder html, int number, InterviewDocument.Round round, ReportWords words)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>Round {number}: {Text(words.Question(round.Question))}</h2>\n<p class=\"said\">{Text(round.Ask)}</p>\n");
        foreach (Hint hint in round.Hints)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"muted\">Hint (costs {ReportWords.Percent(hint.Cost)}): {Text(hint.Text)}</p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p>Your answer:</p>\n<p class=\"said\">{Text(round.Answer ?? "(none)")}</p>\n<ul>\n");
        foreach (StructurePart part in round.Verdict?.Structure?.Parts ?? [])
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Text(part.Title)}: {ReportWords.Percent(part.Share)}. {Text(part.Evidence is { } said ? $"“{said.Text}”" : part.Note)}</li>\n");
        }

        if (round.Verdict?.Structure is { Jargon.Count: > 0 } structure)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>Not explained: {Text(string.Join(", ", structure.Jargon.Select(term => term.Text)))}</li>\n");
        }

        bool byParts = round.Kind is RoundKind.Teach or RoundKind.Unknown;
        foreach (PointVerdict point in (round.Verdict?.Points ?? []).Where(point => point.Earned || !byParts))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{(point.Earned ? "Earned" : "Missed")}: {Text(point.Fact)}{(point.Evidence is { } evidence ? $" <q>{Text(evidence.Text)}</q>" : "")}</li>\n");
        }

        foreach (MisconceptionVerdict wrong in round.Verdict?.Misconceptions ?? [])
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><span class=\"wrong\">Wrong: <q>{Text(wrong.Evidence.Text)}</q></span> {Text(wrong.Correction)}</li>\n");
        }

        if (round.Lab is { } lab)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>Lab {Text(lab.Id)}: {Text(lab.Verdict)}. {Text(lab.Conclusion)}</li>\n");
        }

        html.Append("</ul>\n</section>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
