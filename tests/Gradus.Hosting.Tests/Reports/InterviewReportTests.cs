using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gradus.Hosting.Reports;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Tests.Reports;

public sealed partial class InterviewReportTests
{
    private const string Hostile = "p1 <script>alert(1)</script> **bold** [link](javascript:x) | m1 \"quoted\"\n# no heading";

    private static readonly InterviewOptions Options = new() { Profile = "general", Level = 2, Minutes = 15, Seed = 1 };

    [Fact]
    public void Html_HostileAnswer_IsOneFileWithoutScriptOrOutsideAssets()
    {
        using Workbench bench = new();
        Sitting sitting = Finished(bench, Hostile);

        string html = InterviewReport.Write(bench.Application, sitting, ReportFormat.Html, TimeZoneInfo.Utc);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(OutsideAsset(), html);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
        Assert.Equal(html, InterviewReport.Write(bench.Application, bench.Reopen().Interviews.Get(sitting.Id), ReportFormat.Html, TimeZoneInfo.Utc));
        // Well formed but for the void elements of HTML.
        XDocument.Parse(Void().Replace(html.Replace("<!doctype html>", "", StringComparison.Ordinal), "<$1/>"));
    }

    [Fact]
    public void Html_Fixes_NameSentenceLabAndReview()
    {
        using Workbench bench = new();
        Sitting sitting = Finished(bench, "m1 is what I think");

        string html = InterviewReport.Write(bench.Application, sitting, ReportFormat.Html, TimeZoneInfo.Utc);

        Assert.Equal(3, sitting.Report!.Fixes.Count);
        Assert.All(sitting.Report.Fixes, fix =>
        {
            Assert.Contains(fix.Title, html, StringComparison.Ordinal);
            Assert.Contains($"review: {fix.ReviewAt:yyyy-MM-dd}", html, StringComparison.Ordinal);
        });
        Assert.Contains("You said: <span class=\"wrong\">“m1”</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PointThatTheAnswerCameNearTo_NamesTheSentence()
    {
        using Workbench bench = new();
        Sitting sitting = Finished(bench, "p1 and ~2 of <it>");

        string html = InterviewReport.Write(bench.Application, sitting, ReportFormat.Html, TimeZoneInfo.Utc);
        string text = InterviewReport.Write(bench.Application, sitting, ReportFormat.Md, TimeZoneInfo.Utc);
        string json = InterviewReport.Write(bench.Application, sitting, ReportFormat.Json, TimeZoneInfo.Utc);

        Assert.Contains("<li>Missed: The reason. You came near with: <q>~2</q></li>", html, StringComparison.Ordinal);
        Assert.Contains("<li>Missed: The pitfall.</li>", html, StringComparison.Ordinal);
        Assert.Contains("- Missed: The reason. You came near with: “\\~2”\n", text, StringComparison.Ordinal);
        Assert.Contains("- Earned: The principle. “p1”\n", text, StringComparison.Ordinal);
        Assert.Contains("\"near\":\"~2\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PointWithOneWrongWord_NamesIt()
    {
        using Workbench bench = new();
        Sitting sitting = Finished(bench, "p1 and ~2 !2");

        string html = InterviewReport.Write(bench.Application, sitting, ReportFormat.Html, TimeZoneInfo.Utc);
        string text = InterviewReport.Write(bench.Application, sitting, ReportFormat.Md, TimeZoneInfo.Utc);

        Assert.Contains("<li>Missed: The reason. Nearly said, but “word” is the wrong word there: <q>~2</q></li>", html, StringComparison.Ordinal);
        Assert.Contains("Not quite: The reason. Nearly said, but “word” is the wrong word there: “\\~2”", text, StringComparison.Ordinal);
        Assert.DoesNotContain("You came near", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Html, "<h2>{0}</h2>")]
    [InlineData(ReportFormat.Md, "\n## {0}\n")]
    public void Write_EveryForm_SaysTheSameInTheSameOrder(ReportFormat format, string heading)
    {
        using Workbench bench = new();
        Finished(bench, "p1");
        bench.Clock.Advance(TimeSpan.FromDays(2));
        Sitting sitting = Finished(bench, "m1 is what I think");

        string report = InterviewReport.Write(bench.Application, sitting, format, TimeZoneInfo.Utc);

        string[] sections = ["Fix first", "Facets", "Topics", "From interview to interview", "Rounds", .. sitting.Rounds.Select(round => $"Round {round.Number}: About {round.Question}")];
        int[] places = [.. sections.Select(section => report.IndexOf(heading.Replace("{0}", section, StringComparison.Ordinal), StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Markdown_HostileAnswer_IsNeverMarkup()
    {
        using Workbench bench = new();

        string text = InterviewReport.Write(bench.Application, Finished(bench, Hostile), ReportFormat.Md, TimeZoneInfo.Utc);

        Assert.StartsWith("# Interview report\n", text, StringComparison.Ordinal);
        Assert.Contains("> p1 &lt;script&gt;alert(1)&lt;/script&gt; \\*\\*bold\\*\\* \\[link\\](javascript:x) \\| m1 \"quoted\"\n> \\# no heading\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('<', text);
        // Each table row has as many cells as its head.
        Assert.All(Tables().Matches(text).Select(match => match.Value.TrimEnd('\n').Split('\n')), rows => Assert.Single(rows.Select(row => Bar().Count(row)).Distinct()));
    }

    [Fact]
    public void Json_Report_IsTheDocumentOfTheCommandLine()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);
        bench.Application.Interviews.TakeHint(sitting.Id);
        bench.Application.Interviews.Answer(sitting.Id, "p1 p2 p3", TimeSpan.FromSeconds(100));
        bench.Application.Interviews.Finish(sitting.Id);

        using JsonDocument document = JsonDocument.Parse(InterviewReport.Write(bench.Application, bench.Application.Interviews.Get(sitting.Id), ReportFormat.Json, TimeZoneInfo.Utc));

        JsonElement round = document.RootElement.GetProperty("rounds")[0];
        Assert.Equal(("general", 1), (document.RootElement.GetProperty("profile").GetString(), document.RootElement.GetProperty("seed").GetInt32()));
        Assert.Equal(("explain", 0.1, "p1 p2 p3"), (round.GetProperty("kind").GetString(), round.GetProperty("hints")[0].GetProperty("cost").GetDouble(), round.GetProperty("answer").GetString()));
        Assert.Equal(0.9, document.RootElement.GetProperty("report").GetProperty("rounds")[0].GetProperty("score").GetDouble(), 1e-9);
    }

    [Fact]
    public void Write_SecondInterview_IsComparedInAFigure()
    {
        using Workbench bench = new();
        Finished(bench, "p1");
        bench.Clock.Advance(TimeSpan.FromDays(2));
        Sitting second = Finished(bench, "p1 p2 p3");

        string html = InterviewReport.Write(bench.Application, second, ReportFormat.Html, TimeZoneInfo.Utc);
        string text = InterviewReport.Write(bench.Application, second, ReportFormat.Md, TimeZoneInfo.Utc);

        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("Scores in percent, oldest first: 17, 33.", html, StringComparison.Ordinal);
        Assert.Contains("+17 points against the interview of", text, StringComparison.Ordinal);
        Assert.Contains("17 %, ", text, StringComparison.Ordinal);
        Assert.Null(InterviewTrend.Figure([second.Report!]));
    }

    [Fact]
    public void Write_UnfinishedInterview_IsRefused()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);

        Assert.Contains("is not finished", Assert.Throws<ArgumentException>(() => InterviewReport.Write(bench.Application, sitting, ReportFormat.Html, TimeZoneInfo.Utc)).Message, StringComparison.Ordinal);
    }

    /// <summary>One answer to the first of three questions, the two others and every follow-up passed over.</summary>
    private static Sitting Finished(Workbench bench, string answer)
    {
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Answer(interviews.Start(Options).Id, answer, TimeSpan.FromSeconds(150));
        while (sitting.Current is not null)
        {
            sitting = interviews.Skip(sitting.Id);
        }

        interviews.Finish(sitting.Id);
        return interviews.Get(sitting.Id);
    }

    [GeneratedRegex("(src|href|url)\\s*[=(]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutsideAsset();

    [GeneratedRegex("<(meta[^>]*|br)>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Void();

    [GeneratedRegex("(^\\|.*\\|\\n)+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tables();

    [GeneratedRegex("(?<!\\\\)\\|", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bar();
}
