using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate times γ after every so many steps. PyTorch's <c>lr_scheduler.StepLR</c>.</summary>
/// <remarks>ηₜ = η₀ γ^⌊t / k⌋.</remarks>
public sealed class StepLR : Schedule
{
    private readonly long _stepSize;
    private readonly double _gamma;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="stepSize">k, at least 1.</param>
    /// <param name="gamma">γ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public StepLR(Optimizer optimizer, long stepSize, double gamma = 0.1)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gamma);
        _stepSize = stepSize;
        _gamma = gamma;
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        return LastEpoch == 0 || LastEpoch % _stepSize != 0 ? base.Rate(group) : base.Rate(group) * _gamma;
    }
}
