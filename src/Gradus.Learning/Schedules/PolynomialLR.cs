using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate falls to 0 as a power. PyTorch's <c>lr_scheduler.PolynomialLR</c>.</summary>
/// <remarks>ηₜ = η₀ (1 − min(t, n) / n)ᵖ.</remarks>
public sealed class PolynomialLR : Schedule
{
    private readonly long _total;
    private readonly double _power;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="totalIterations">n, at least 1.</param>
    /// <param name="power">p, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public PolynomialLR(Optimizer optimizer, long totalIterations = 5, double power = 1)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totalIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(power);
        _total = totalIterations;
        _power = power;
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        if (LastEpoch == 0 || LastEpoch > _total)
        {
            return base.Rate(group);
        }

        return base.Rate(group) * Math.Pow((1 - ((double)LastEpoch / _total)) / (1 - ((double)(LastEpoch - 1) / _total)), _power);
    }
}
