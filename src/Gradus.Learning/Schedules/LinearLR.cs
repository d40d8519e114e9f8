using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate times a factor that goes from one value to another in a straight line; the usual warm-up. PyTorch's <c>lr_scheduler.LinearLR</c>.</summary>
/// <remarks>ηₜ = η₀ (a + (b − a) min(t, n) / n).</remarks>
public sealed class LinearLR : Schedule
{
    private readonly double _start;
    private readonly double _end;
    private readonly long _total;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="startFactor">a, above 0 and at most 1.</param>
    /// <param name="endFactor">b, in [0, 1].</param>
    /// <param name="totalIterations">n, at least 1.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public LinearLR(Optimizer optimizer, double startFactor = 1.0 / 3, double endFactor = 1, long totalIterations = 5)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(startFactor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startFactor, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(endFactor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endFactor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(totalIterations, 1);
        _start = startFactor;
        _end = endFactor;
        _total = totalIterations;
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        if (LastEpoch == 0)
        {
            return base.Rate(group) * _start;
        }

        return LastEpoch > _total ? base.Rate(group) : base.Rate(group) * (1 + ((_end - _start) / ((_total * _start) + ((LastEpoch - 1) * (_end - _start)))));
    }
}
