using Gradus.Labs;
using Gradus.Labs.Figures;
using Spectre.Console;

namespace Gradus.Cli.Terminal;

/// <summary>Shows the curves of a lab while it trains; says nothing where no terminal is there to see it.</summary>
internal static class LiveCurves
{
    private const int Height = 8;
    private const long MillisecondsBetweenFrames = 100;

    /// <summary>Runs a lab under a live picture on standard error.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="title">What is running.</param>
    /// <param name="run">Runs the lab with the progress that it is given.</param>
    /// <returns>The lab's result.</returns>
    public static LabResult Watch(Shell shell, string title, Func<IProgress<LabProgress>?, LabResult> run)
    {
        if (!shell.ErrorIsTerminal || shell.Plain)
        {
            return run(null);
        }

        LabResult? result = null;
        shell.ErrorConsole.Live(Text.Empty).AutoClear(true).Start(live =>
        {
            Curves curves = new(title);
            long shown = shell.Clock.GetTimestamp();
            result = run(new Relay(progress =>
            {
                curves.Add(progress);
                if (shell.Clock.GetElapsedTime(shown).TotalMilliseconds >= MillisecondsBetweenFrames)
                {
                    shown = shell.Clock.GetTimestamp();
                    live.UpdateTarget(new Markup(FigureText.Draw(curves.Figure(), shell.Width, Height)));
                }
            }));
        });
        return result!;
    }

    // Progress<T> would post to the thread pool and could draw after the end; a lab reports on its own thread.
    private sealed class Relay(Action<LabProgress> report) : IProgress<LabProgress>
    {
        public void Report(LabProgress value) => report(value);
    }

    /// <summary>The curves of the seed that runs now.</summary>
    private sealed class Curves(string title)
    {
        private readonly Dictionary<string, (List<double> Xs, List<double> Ys)> _series = new(StringComparer.Ordinal);
        private ulong? _seed;
        private double _done;

        public void Add(LabProgress progress)
        {
            if (_seed != progress.Seed)
            {
                _seed = progress.Seed;
                _series.Clear();
            }

            if (!_series.TryGetValue(progress.Series, out (List<double> Xs, List<double> Ys) points))
            {
                _series[progress.Series] = points = ([], []);
            }

            points.Xs.Add(progress.X);
            points.Ys.Add(progress.Y);
            _done = progress.Done;
        }

        public Figure Figure() => new()
        {
            Title = $"{title}: seed {_seed}, {VerdictView.Percent(_done)} done",
            Description = "Curves of the run so far.",
            X = new Axis("step"),
            Y = new Axis(""),
            Marks = [.. _series.Select(series => new LineMark(series.Key, series.Value.Xs, series.Value.Ys))],
        };
    }
}
