using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks;

/// <summary>Runs the cases of a catalog one after the other.</summary>
/// <param name="catalog">The cases.</param>
/// <param name="time">The clock.</param>
public sealed class BenchmarkRunner(BenchmarkCatalog catalog, TimeProvider time)
{
    private const int MostThreads = 256;

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

        if (!(options.Seconds > 0 && options.Seconds <= 3600))
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
            double microseconds;
            try
            {
                GradusThreads.Count = options.Threads;
                microseconds = timer.MedianMicroseconds(step.Run, options.Seconds, cancellationToken) / step.Repeats;
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
                double peak = probe.GigaflopsPerCore(microseconds * step.Repeats, cancellationToken) * Math.Min(options.Threads, Environment.ProcessorCount);
                double gflops = operations / microseconds / 1e3;
                result = result with { Gflops = Math.Round(gflops, 2), Peak = Math.Round(peak, 2), Share = Math.Round(gflops / peak, 4) };
            }

            yield return result;
        }
    }
}
