namespace Gradus.Labs.Statistics;

/// <summary>One condition of a hypothesis, judged on one value a seed.</summary>
/// <remarks>
/// A tendency (above or below a threshold) is judged by the 95 % interval of the mean over the seeds, mean +- t(0.975, n - 1) s / sqrt(n):
/// it holds where the whole interval lies on the predicted side, is refuted where it lies on the other side, and is inconclusive where the interval covers
/// the threshold. One seed has no spread, so its interval is unbounded and a tendency stays inconclusive. What is exact by construction
/// (a difference of exactly 0) needs no statistics: it holds where every seed has the value and is refuted by one that has not.
/// A value that is not a number (an undefined metric, a diverged run) makes any condition inconclusive.
/// </remarks>
internal sealed class Criterion
{
    /// <summary>The confidence of every interval.</summary>
    public const double Confidence = 0.95;

    private Criterion(string name, IReadOnlyList<double> values, Interval interval, LabVerdict verdict)
    {
        Name = name;
        Mean = MeanOf(values);
        Interval = interval;
        Verdict = values.Any(double.IsNaN) ? LabVerdict.Inconclusive : verdict;
    }

    /// <summary>What is judged, in words.</summary>
    public string Name { get; }

    /// <summary>The mean over the seeds.</summary>
    public double Mean { get; }

    /// <summary>The interval of the mean.</summary>
    public Interval Interval { get; }

    /// <summary>What the values say of the condition.</summary>
    public LabVerdict Verdict { get; }

    /// <summary>The condition that the mean lies above a threshold.</summary>
    /// <param name="name">What is judged.</param>
    /// <param name="values">One value a seed.</param>
    /// <param name="threshold">The threshold.</param>
    /// <returns>The judged condition.</returns>
    public static Criterion Above(string name, IReadOnlyList<double> values, double threshold)
    {
        Interval interval = IntervalOf(values);
        LabVerdict verdict = interval.Low > threshold ? LabVerdict.Holds : interval.High < threshold ? LabVerdict.Refuted : LabVerdict.Inconclusive;
        return new Criterion(name, values, interval, verdict);
    }

    /// <summary>The condition that the mean lies below a threshold.</summary>
    /// <param name="name">What is judged.</param>
    /// <param name="values">One value a seed.</param>
    /// <param name="threshold">The threshold.</param>
    /// <returns>The judged condition.</returns>
    public static Criterion Below(string name, IReadOnlyList<double> values, double threshold)
    {
        Interval interval = IntervalOf(values);
        LabVerdict verdict = interval.High < threshold ? LabVerdict.Holds : interval.Low > threshold ? LabVerdict.Refuted : LabVerdict.Inconclusive;
        return new Criterion(name, values, interval, verdict);
    }

    /// <summary>The condition that every seed has exactly one value.</summary>
    /// <param name="name">What is judged.</param>
    /// <param name="values">One value a seed.</param>
    /// <param name="expected">The value.</param>
    /// <returns>The judged condition; its interval spans the values.</returns>
    public static Criterion Exactly(string name, IReadOnlyList<double> values, double expected)
    {
        RequireValues(values);
        bool all = values.All(value => value.Equals(expected));
        return new Criterion(name, values, new Interval(values.Min(), values.Max()), all ? LabVerdict.Holds : LabVerdict.Refuted);
    }

    /// <summary>The verdict on a hypothesis that needs every one of some conditions.</summary>
    /// <param name="criteria">The conditions, at least one.</param>
    /// <returns>Refuted where any is, else inconclusive where any is, else holds.</returns>
    public static LabVerdict All(IReadOnlyList<Criterion> criteria)
    {
        if (criteria.Count == 0)
        {
            throw new ArgumentException("A hypothesis without a condition cannot be judged; give at least one.", nameof(criteria));
        }

        return criteria.Any(criterion => criterion.Verdict == LabVerdict.Refuted) ? LabVerdict.Refuted
            : criteria.Any(criterion => criterion.Verdict == LabVerdict.Inconclusive) ? LabVerdict.Inconclusive
            : LabVerdict.Holds;
    }

    /// <summary>The 95 % interval of a mean.</summary>
    /// <param name="values">Independent values, at least one; a single one has an unbounded interval.</param>
    /// <returns>The interval, symmetric about the mean.</returns>
    public static Interval IntervalOf(IReadOnlyList<double> values)
    {
        RequireValues(values);
        if (values.Count == 1)
        {
            return new Interval(double.NegativeInfinity, double.PositiveInfinity);
        }

        double mean = MeanOf(values);
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        double half = StudentT.TwoSided(Confidence, values.Count - 1) * Math.Sqrt(squares / (values.Count - 1) / values.Count);
        return new Interval(mean - half, mean + half);
    }

    private static double MeanOf(IReadOnlyList<double> values)
    {
        // Shifted by the first value, so that equal values have exactly themselves as mean and no spread.
        double shift = 0;
        foreach (double value in values)
        {
            shift += value - values[0];
        }

        return values[0] + (shift / values.Count);
    }

    private static void RequireValues(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("No value was measured; a condition needs one value a seed.", nameof(values));
        }
    }
}
