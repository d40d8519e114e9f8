using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate times γ at each milestone. PyTorch's <c>lr_scheduler.MultiStepLR</c>.</summary>
/// <remarks>ηₜ = η₀ γᵐ, where m counts the milestones up to t; one that stands twice counts twice.</remarks>
public sealed class MultiStepLR : Schedule
{
    private readonly long[] _milestones;
    private readonly double _gamma;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="milestones">The steps at which the rate falls.</param>
    /// <param name="gamma">γ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public MultiStepLR(Optimizer optimizer, IReadOnlyList<long> milestones, double gamma = 0.1)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        ArgumentOutOfRangeException.ThrowIfNegative(gamma);
        _milestones = [.. milestones];
        _gamma = gamma;
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        int times = _milestones.Count(milestone => milestone == LastEpoch);
        return times == 0 ? base.Rate(group) : base.Rate(group) * Math.Pow(_gamma, times);
    }
}
