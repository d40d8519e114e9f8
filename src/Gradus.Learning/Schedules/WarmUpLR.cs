using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>A linear warm-up, then another schedule: a <see cref="SequentialLR"/> of <see cref="LinearLR"/> and that one.</summary>
/// <remarks>Goyal et al., Accurate, large minibatch SGD (2017). <c>new WarmUpLR(optimizer, 500, o => new CosineAnnealingLR(o, 9500))</c></remarks>
public sealed class WarmUpLR : SequentialLR
{
    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="steps">The steps of the warm-up, at least 1.</param>
    /// <param name="then">Makes the schedule that follows.</param>
    /// <param name="startFactor">The first rate over the one that is warmed up to, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public WarmUpLR(Optimizer optimizer, long steps, Func<Optimizer, Schedule> then, double startFactor = 1e-3)
        : base([new LinearLR(optimizer, startFactor, 1, steps), then?.Invoke(optimizer) ?? throw new ArgumentNullException(nameof(then))], [steps])
    {
    }
}
