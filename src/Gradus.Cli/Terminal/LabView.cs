using System.Globalization;
using Gradus.Labs;
using Gradus.Labs.Figures;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gradus.Cli.Terminal;

/// <summary>Shows a lab's result in a terminal.</summary>
internal static class LabView
{
    private const int FigureHeight = 10;

    /// <summary>Shows a result with its figures in characters.</summary>
    /// <param name="result">The result.</param>
    /// <param name="shell">The surroundings: their width, and whether pictures are told in words.</param>
    /// <returns>What to write.</returns>
    public static IRenderable Show(LabResult result, Shell shell)
    {
        List<IRenderable> rows = [new Markup($"[bold]Claim[/] {Markup.Escape(result.Hypothesis)}")];
        foreach (Figure figure in result.Figures)
        {
            rows.Add(Text.Empty);
            rows.Add(shell.Plain ? new Text($"{figure.Title}. {figure.Description}") : new Markup(FigureText.Draw(figure, shell.Width, FigureHeight)));
        }

        string verdict = result.Verdict switch
        {
            LabVerdict.Holds => "[green]holds[/]",
            LabVerdict.Refuted => "[red]refuted[/]",
            _ => "[yellow]inconclusive[/]",
        };
        rows.Add(Text.Empty);
        rows.Add(new Markup($"[bold]Verdict[/] {verdict}   effect {Number(result.Effect)}, 95 % interval {Number(result.Interval.Low)} to {Number(result.Interval.High)}, {result.Seeds.Count} seeds"));
        rows.Add(new Markup(Markup.Escape(result.Conclusion)));
        rows.Add(new Markup($"[dim]digest {result.Digest}[/]"));
        return new Rows(rows);
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : "unbounded";
}
