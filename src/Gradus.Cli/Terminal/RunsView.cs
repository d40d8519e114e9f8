using System.Globalization;
using System.Text.Json;
using Gradus.Hosting.Runs;
using Spectre.Console;

namespace Gradus.Cli.Terminal;

/// <summary>Tells of training runs.</summary>
internal static class RunsView
{
    private static readonly (string Name, Func<RunSummary, string> Value)[] Figures =
    [
        ("status", run => run.Status),
        ("epochs", run => run.BestEpoch is { } best ? string.Create(CultureInfo.InvariantCulture, $"{run.Epochs}, best {best}") : run.Epochs.ToString(CultureInfo.InvariantCulture)),
        ("training loss", run => Number(run.TrainLoss)),
        ("validation loss", run => Number(run.ValidationLoss)),
        ("validation metric", run => Number(run.ValidationMetric)),
        ("skipped steps", run => run.SkippedSteps.ToString(CultureInfo.InvariantCulture)),
        ("time", run => Duration(run.Seconds)),
        ("seed", run => run.Seed.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>A line for each run.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="folder">Where they are looked for.</param>
    public static void List(Shell shell, IReadOnlyList<RunSummary> runs, string folder)
    {
        if (runs.Count == 0)
        {
            shell.Out.WriteLine($"No runs in {folder}.");
            return;
        }

        Write(shell, ["run", "status", "epochs", "training", "validation", "metric", "time"], runs.Select(run => (string[])
        [
            run.Id,
            run.Status,
            Figures[1].Value(run),
            Number(run.TrainLoss),
            Number(run.ValidationLoss),
            Number(run.ValidationMetric),
            Duration(run.Seconds),
        ]));
    }

    /// <summary>One run with its epochs.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="run">The run.</param>
    public static void Show(Shell shell, RunDetails run)
    {
        shell.Out.WriteLine($"{run.Id}  {run.Name}");
        shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"began {ReviewView.Day(run.StartedAt, shell.Clock)}, {run.Status}, {Duration(run.Seconds)}, resumed {run.Resumed} times, seed {run.Seed}"));
        shell.Out.WriteLine($"data {run.Data ?? "not known"}");
        shell.Out.WriteLine($"configuration {run.Configuration.GetRawText()}");
        shell.Out.WriteLine($"environment {run.Environment.GetRawText()}");
        if (run.Message is not null)
        {
            shell.Out.WriteLine(run.Message);
        }

        string[] logged = [.. run.History.SelectMany(epoch => epoch.Figures.Keys).Distinct(StringComparer.Ordinal)];
        Write(shell, ["epoch", "training loss", "validation loss", "metric", "rate", "gradient", .. logged], run.History.Select(epoch => (string[])
        [
            (epoch.Epoch == run.BestEpoch ? "*" : "") + epoch.Epoch.ToString(CultureInfo.InvariantCulture),
            Number(epoch.TrainLoss),
            Number(epoch.ValidationLoss),
            Number(epoch.ValidationMetric),
            Number(epoch.LearningRate),
            Number(epoch.GradientNorm),
            .. logged.Select(name => Number(epoch.Figures.TryGetValue(name, out double value) ? value : null)),
        ]));
        foreach (RunSkip skipped in run.Skipped)
        {
            shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left out step {skipped.Step} of epoch {skipped.Epoch}: {skipped.Reason}"));
        }
    }

    /// <summary>Runs side by side, a column each.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="comparison">The runs.</param>
    public static void Compare(Shell shell, RunComparison comparison)
    {
        IEnumerable<string[]> figures = Figures.Select(figure => (string[])[figure.Name, .. comparison.Runs.Select(figure.Value)]);
        IEnumerable<string[]> differences = comparison.Configuration.Concat(comparison.Environment).Select(difference => (string[])[difference.Name, .. difference.Values.Select(Text)]);
        Write(shell, ["", .. comparison.Runs.Select(run => run.Id)], figures.Concat(differences));
        shell.Out.WriteLine(comparison.SameData switch { true => "The same data.", false => "Different data.", null => "Whether the data are the same is not known." });
    }

    private static void Write(Shell shell, string[] head, IEnumerable<string[]> rows)
    {
        Grid grid = new();
        foreach (string _ in head)
        {
            grid.AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0));
        }

        grid.AddRow([.. head.Select(Markup.Escape)]);
        foreach (string[] row in rows)
        {
            grid.AddRow([.. row.Select(Markup.Escape)]);
        }

        shell.Console.Write(grid);
    }

    private static string Number(double? value) => value is { } number ? number.ToString("G5", CultureInfo.InvariantCulture) : "-";

    private static string Text(JsonElement? value) => value?.GetRawText() ?? "-";

    private static string Duration(double seconds) =>
        seconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s") : TimeSpan.FromSeconds(seconds).ToString(seconds < 86_400 ? @"h\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}
