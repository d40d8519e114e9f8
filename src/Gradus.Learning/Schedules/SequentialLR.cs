namespace Gradus.Learning.Schedules;

/// <summary>Schedules that follow each other. PyTorch's <c>lr_scheduler.SequentialLR</c>.</summary>
/// <remarks>At a milestone the next schedule begins at its step 0, from the rate that all of them start from.</remarks>
public class SequentialLR : CompositeSchedule
{
    private readonly long[] _milestones;

    /// <summary>Makes the schedule from schedules that were just made, and sets the rates of step 0.</summary>
    /// <param name="schedules">The schedules in order.</param>
    /// <param name="milestones">The steps at which the second, third, ... begins, in rising order; one fewer than schedules.</param>
    /// <exception cref="ArgumentException">The counts do not fit, milestones do not rise, or optimizers differ.</exception>
    public SequentialLR(IReadOnlyList<Schedule> schedules, IReadOnlyList<long> milestones)
        : base(schedules)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        if (milestones.Count != schedules.Count - 1 || milestones.Zip(milestones.Skip(1)).Any(pair => pair.First >= pair.Second) || milestones.Any(milestone => milestone < 1))
        {
            throw new ArgumentException(
                $"SequentialLR got {schedules.Count} schedules and milestones [{string.Join(", ", milestones)}]; it needs one milestone fewer than schedules, from 1 on and rising.", nameof(milestones));
        }

        _milestones = [.. milestones];
        Begin();
    }

    /// <inheritdoc/>
    protected internal override void Begin()
    {
        LastEpoch = 0;
        Schedules[0].Restart();
    }

    /// <inheritdoc/>
    protected override void Update(double? metric)
    {
        int place = _milestones.Count(milestone => milestone <= LastEpoch);
        if (place > 0 && _milestones[place - 1] == LastEpoch)
        {
            Schedules[place].Restart();
        }
        else
        {
            Schedules[place].Step(metric);
        }
    }
}
