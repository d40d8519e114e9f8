using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate falls as half a cosine, and rises again. PyTorch's <c>lr_scheduler.CosineAnnealingLR</c>.</summary>
/// <remarks>ηₜ = η₋ + (η₀ − η₋)(1 + cos(π t / n)) / 2 (Loshchilov and Hutter, SGDR, 2017).</remarks>
public sealed class CosineAnnealingLR : Schedule
{
    private readonly long _half;
    private readonly double _minimum;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="halfPeriod">n, the steps from the top to the bottom, at least 1. PyTorch's <c>T_max</c>.</param>
    /// <param name="minimum">η₋, at least 0. PyTorch's <c>eta_min</c>.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public CosineAnnealingLR(Optimizer optimizer, long halfPeriod, double minimum = 0)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(halfPeriod, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        _half = halfPeriod;
        _minimum = minimum;
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        double now = base.Rate(group);
        if (LastEpoch == 0)
        {
            return now;
        }

        // At the bottom the quotient of two neighbours is 0 / 0.
        return (LastEpoch - 1 - _half) % (2 * _half) == 0
            ? now + ((BaseLearningRates[group] - _minimum) * (1 - Math.Cos(Math.PI / _half)) / 2)
            : ((1 + Math.Cos(Math.PI * LastEpoch / _half)) / (1 + Math.Cos(Math.PI * (LastEpoch - 1) / _half)) * (now - _minimum)) + _minimum;
    }
}
