using System.Globalization;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Checks;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gradus.Cli.Terminal;

/// <summary>Shows a verdict in a terminal.</summary>
internal static class VerdictView
{
    /// <summary>Shows a verdict: score, facets, every point with the words that earned it, misconceptions with corrections.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>What to write.</returns>
    public static IRenderable Show(Verdict verdict)
    {
        List<IRenderable> rows = [new Markup(Headline(verdict))];
        if (verdict.Refusal is { } refusal)
        {
            rows.Add(new Markup($"[yellow]{Markup.Escape(refusal)}[/]"));
            return new Rows(rows);
        }

        rows.AddRange(verdict.Notices.Select(notice => new Markup($"[yellow]{Markup.Escape(notice)}[/]")));
        rows.Add(new Markup($"[dim]{Markup.Escape(verdict.Concision.Advice)}[/]"));
        rows.Add(Text.Empty);
        if (verdict.Structure is { } structure)
        {
            rows.Add(Parts(structure));
            rows.Add(Text.Empty);
        }

        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (PointVerdict point in verdict.Points)
        {
            grid.AddRow(new Markup(point.Earned ? "[green]✓ earned[/]" : "[yellow]· missed[/]"), Told(point));
        }

        foreach (MisconceptionVerdict misconception in verdict.Misconceptions)
        {
            grid.AddRow(new Markup("[red]✗ wrong[/]"), new Markup($"“{Quoted(misconception.Evidence)}”\n{Markup.Escape(misconception.Correction)}"));
        }

        rows.Add(grid);
        rows.Add(Text.Empty);
        rows.AddRange(Checks(verdict));
        return new Rows(rows);
    }

    private static Rows Parts(AnswerStructure structure)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (StructurePart part in structure.Parts)
        {
            string sign = part.Share >= 1 ? "[green]✓ heard[/]" : part.IsPresent ? $"[yellow]◐ {Percent(part.Share)}[/]" : "[yellow]· missing[/]";
            string said = part.Evidence is { } evidence ? $"\n[dim]“{Quoted(evidence)}”[/]" : "";
            string note = part.Share >= 1 ? "" : $"\n{Markup.Escape(part.Note)}";
            grid.AddRow(new Markup(sign), new Markup($"{Markup.Escape(part.Title)}{said}{note}"));
        }

        List<IRenderable> rows = [grid];
        if (structure.Jargon.Count > 0)
        {
            rows.Add(new Markup($"[red]Not explained:[/] {Markup.Escape(string.Join(", ", structure.Jargon.Select(term => term.Text)))}"));
        }

        rows.Add(new Markup($"[dim]By the question's facts alone: {Percent(structure.Rubric)}.[/]"));
        return new Rows(rows);
    }

    private static IEnumerable<IRenderable> Checks(Verdict verdict)
    {
        foreach (AnswerCheck check in verdict.Checks.Where(check => check.Kind != CheckKind.ClinicalBonus))
        {
            yield return new Markup(check.Present ? $"[green]✓[/] [dim]{Markup.Escape(check.Title)}[/]" : $"[yellow]·[/] [dim]{Markup.Escape(check.Note)}[/]");
        }

        AnswerCheck[] bonus = [.. verdict.Checks.Where(check => check.Kind == CheckKind.ClinicalBonus)];
        if (bonus.Length > 0)
        {
            string there = string.Join(", ", bonus.Where(check => check.Present).Select(check => check.Title));
            string missing = string.Join(", ", bonus.Where(check => !check.Present).Select(check => check.Title));
            yield return new Markup($"[dim]For a clinical role: {bonus.Count(check => check.Present)} of {bonus.Length} bonus points{Markup.Escape(there.Length > 0 ? $" ({there})" : "")}{Markup.Escape(missing.Length > 0 ? $"; not heard: {missing}" : "")}.[/]");
        }
    }

    /// <summary>A share as a whole percentage.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <returns>For example "62 %".</returns>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100):0} %");

    private static string Headline(Verdict verdict)
    {
        IEnumerable<string> facets = Enum.GetValues<Facet>().Where(verdict.Facets.ContainsKey).Select(facet => $"{facet.ToString().ToLowerInvariant()} {Percent(verdict.Facets[facet])}");
        string by = verdict.GradedBy is { } model ? $"   [dim]graded by {Markup.Escape(model)}[/]" : "";
        return $"[bold]Score {Percent(verdict.Score)}[/]   {string.Join("   ", facets)}{by}";
    }

    private static Markup Told(PointVerdict point)
    {
        string fact = Markup.Escape(point.Fact);
        string said = point switch
        {
            { Earned: true, Evidence: { } evidence } => $"\n[dim]“{Quoted(evidence)}”[/]",
            { Earned: false, Near: { } near } => $"\n[dim]{Markup.Escape(NearMiss.Lead(point.WrongWord))} “{Quoted(near)}”[/]",
            _ => "",
        };
        return new Markup(fact + said);
    }

    private static string Quoted(Evidence evidence)
    {
        string line = string.Join(' ', evidence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Markup.Escape(line.Length <= 200 ? line : line[..199] + "…");
    }
}
