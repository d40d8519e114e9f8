using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate times a factor for so many steps, then as it was. PyTorch's <c>lr_scheduler.ConstantLR</c>.</summary>
/// <remarks>ηₜ = f η₀ for t below n, else η₀.</remarks>
public sealed class ConstantLR : Schedule
{
    private readonly double _factor;
    private readonly long _total;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="factor">f, above 0 and at most 1.</param>
    /// <param name="totalIterations">n, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, long totalIterations = 5)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factor, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(totalIterations);
        _factor = factor;
        _total = totalIterations;
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        return base.Rate(group) * (LastEpoch == 0 ? _factor : LastEpoch == _total ? 1 / _factor : 1);
    }
}
