using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks;

/// <summary>Runs the cases of a catalog one after the other.</summary>
/// <param name="catalog">The cases.</param>
/// <param name="time">The clock.</param>
public sealed class BenchmarkRunner(BenchmarkCatalog catalog, TimeProvider time)
{
    private const int MostThreads = 256;

    /// <summary>Into how many spells the time of a product is cut.</summary>
    private const int Spells = 4;

    /// <summary>Times the cases that are asked for; each result is handed over as soon as it is there.</summary>
    /// <param name="options">What to time and for how long.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>The results in the catalog's order.</returns>
    /// <exception cref="ArgumentException">No case begins with a prefix, or threads or seconds are out of range; thrown at once.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<BenchmarkResult> Run(BenchmarkOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Threads is < 1 or > MostThreads)
        {
            throw new ArgumentException($"bench got {options.Threads} threads; the engine works with 1 to {MostThreads}.", nameof(options));
        }

        if (options.Seconds is not (null or (> 0 and <= 3600)))
        {
            throw new ArgumentException($"bench got {options.Seconds} seconds a case; give more than 0 and at most 3600.", nameof(options));
        }

        return Measure(catalog.Select(options.Only), options, cancellationToken);
    }

    private IEnumerable<BenchmarkResult> Measure(IReadOnlyList<BenchmarkCase> cases, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        StepTimer timer = new(time);
        PeakProbe probe = new(timer);
        int before = GradusThreads.Count;
        foreach (BenchmarkCase entry in cases)
        {
            BenchmarkStep step = entry.Make();
            double microseconds, peak = 0, seconds = options.Seconds ?? (entry.Kind == "operator" ? 0.5 : 1);
            try
            {
                GradusThreads.Count = options.Threads;
                microseconds = timer.MedianMicroseconds(step.Run, step.Operations is null ? seconds : seconds / Spells, cancellationToken);
                if (step.Operations is not null)
                {
                    (microseconds, peak) = BestSpells(timer, probe, step.Run, (options.Threads, seconds), microseconds, cancellationToken);
                }

                microseconds /= step.Repeats;
            }
            finally
            {
                GradusThreads.Count = before;
            }

            BenchmarkResult result = new(entry.Name, entry.Kind, entry.Batch, options.Threads, Math.Round(microseconds, microseconds < 100 ? 4 : 1), step.Parameters)
            {
                Gigabytes = step.Bytes is { } bytes ? Math.Round(bytes / microseconds / 1e3, 2) : null,
            };
            if (step.Operations is { } operations)
            {
                peak *= Math.Min(options.Threads, Environment.ProcessorCount);
                double gflops = operations / microseconds / 1e3;
                result = result with { Gflops = Math.Round(gflops, 2), Peak = Math.Round(peak, 2), Share = Math.Round(gflops / peak, 4) };
            }

            yield return result;
        }
    }

    /// <summary>The product and the peak in turn, on each processor in turn where one thread works: the best spell of either, so that a change of the clock or a neighbour's noise does not fall on one of them alone.</summary>
    private static (double Microseconds, double Peak) BestSpells(StepTimer timer, PeakProbe probe, Action step, (int Threads, double Seconds) options, double first, CancellationToken cancellationToken)
    {
        double best = first, peak = 0;
        for (int spell = 0; spell < Spells; spell++)
        {
            using PinnedThread? pinned = options.Threads == 1 ? new PinnedThread(spell) : null;
            best = Math.Min(best, timer.WarmMedianMicroseconds(step, options.Seconds / Spells, cancellationToken));
            peak = Math.Max(peak, probe.GigaflopsPerCore(best, cancellationToken));
        }

        return (best, peak);
    }
}
