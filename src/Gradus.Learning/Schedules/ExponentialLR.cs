using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate times γ after each step. PyTorch's <c>lr_scheduler.ExponentialLR</c>.</summary>
/// <remarks>ηₜ = η₀ γᵗ.</remarks>
public sealed class ExponentialLR : Schedule
{
    private readonly double _gamma;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="gamma">γ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public ExponentialLR(Optimizer optimizer, double gamma)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gamma);
        _gamma = gamma;
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        return LastEpoch == 0 ? base.Rate(group) : base.Rate(group) * _gamma;
    }
}
