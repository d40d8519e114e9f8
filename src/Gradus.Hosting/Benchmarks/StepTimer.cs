using System.Runtime;

namespace Gradus.Hosting.Benchmarks;

/// <summary>Times a step as the peer does: the median wall time of single steps after a warm-up.</summary>
/// <param name="time">The clock.</param>
internal sealed class StepTimer(TimeProvider time)
{
    private const int FewestSteps = 5;

    // The compiler first makes quick code, counts thirty calls and replaces it twice, in the background: until it has been quiet for a while it is the compiler that is timed.
    private const double WarmSeconds = 0.3;
    private const double MostWarmSeconds = 10;

    // A method that a step calls once is compiled anew only after that many steps; long steps are not waited for any longer than this.
    private const int QuietSteps = 35;
    private const double MostQuietSeconds = 1.5;

    // It begins a tenth of a second after the last new method was called; where it has no processor of its own, a second.
    private static readonly double QuietSeconds = Environment.ProcessorCount == 1 ? 1.4 : 0.25;

    /// <summary>Warms up, then times.</summary>
    /// <param name="step">What is timed.</param>
    /// <param name="seconds">For how long at least.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>Microseconds.</returns>
    internal double MedianMicroseconds(Action step, double seconds, CancellationToken cancellationToken)
    {
        WarmUp(step, cancellationToken);
        return WarmMedianMicroseconds(step, seconds, cancellationToken);
    }

    /// <summary>Times a step that is warm.</summary>
    /// <inheritdoc cref="MedianMicroseconds"/>
    internal double WarmMedianMicroseconds(Action step, double seconds, CancellationToken cancellationToken) => Median(Times(step, seconds, cancellationToken)) * 1e6 / time.TimestampFrequency;

    private List<long> Times(Action step, double seconds, CancellationToken cancellationToken)
    {
        // Room for all the times, so that the list does not grow while the clock runs.
        List<long> ticks = new(capacity: 1 << 18);
        long start = time.GetTimestamp();
        while (Elapsed(start) < seconds || ticks.Count < FewestSteps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long before = time.GetTimestamp();
            step();
            ticks.Add(time.GetTimestamp() - before);
        }

        return ticks;
    }

    private void WarmUp(Action step, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        long quietSince = start;
        long compiled = JitInfo.GetCompiledMethodCount();
        int quiet = 0;
        for (int done = 0; done < FewestSteps || Elapsed(start) < WarmSeconds || (!IsQuiet() && Elapsed(start) < MostWarmSeconds); done++, quiet++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            step();
            long now = JitInfo.GetCompiledMethodCount();
            if (now != compiled)
            {
                compiled = now;
                quietSince = time.GetTimestamp();
                quiet = 0;
            }
        }

        bool IsQuiet() => Elapsed(quietSince) is double seconds && seconds >= QuietSeconds && (quiet >= QuietSteps || seconds >= MostQuietSeconds);
    }

    private static double Median(List<long> ticks)
    {
        ticks.Sort();
        int middle = ticks.Count / 2;
        return ticks.Count % 2 == 1 ? ticks[middle] : (ticks[middle - 1] + ticks[middle]) / 2.0;
    }

    private double Elapsed(long start) => time.GetElapsedTime(start).TotalSeconds;
}
