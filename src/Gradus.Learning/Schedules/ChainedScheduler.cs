namespace Gradus.Learning.Schedules;

/// <summary>Schedules that act at once, one upon the other. PyTorch's <c>lr_scheduler.ChainedScheduler</c>.</summary>
/// <remarks>
/// Right for kinds that multiply the rate of now (<see cref="ConstantLR"/>, <see cref="LinearLR"/>, <see cref="StepLR"/>, <see cref="MultiStepLR"/>, <see cref="ExponentialLR"/>,
/// <see cref="PolynomialLR"/>); of kinds that set the rate the last one wins.
/// </remarks>
public sealed class ChainedScheduler : CompositeSchedule
{
    /// <summary>Makes the schedule from schedules that were just made.</summary>
    /// <param name="schedules">The schedules, in the order in which they act.</param>
    /// <exception cref="ArgumentException">There is none, or optimizers differ.</exception>
    public ChainedScheduler(params IReadOnlyList<Schedule> schedules)
        : base(schedules)
    {
    }

    /// <inheritdoc/>
    protected internal override void Begin()
    {
        LastEpoch = 0;
        foreach (Schedule schedule in Schedules)
        {
            schedule.Begin();
        }
    }

    /// <inheritdoc/>
    protected override void Update(double? metric)
    {
        foreach (Schedule schedule in Schedules)
        {
            schedule.Step(metric);
        }
    }
}
