using System.Globalization;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Schedules;

/// <summary>A schedule that is made of schedules of one optimizer. Their states stand under <c>_schedulers.0.</c>, <c>_schedulers.1.</c>, ...</summary>
public abstract class CompositeSchedule : Schedule
{
    private readonly Schedule[] _schedules;

    /// <summary>Takes the schedules over.</summary>
    /// <param name="schedules">At least one, all of one optimizer.</param>
    /// <exception cref="ArgumentException">There is none, or optimizers differ.</exception>
    private protected CompositeSchedule(IReadOnlyList<Schedule> schedules)
        : base(OptimizerOf(schedules)) => _schedules = [.. schedules];

    /// <summary>The schedules.</summary>
    public IReadOnlyList<Schedule> Schedules => _schedules;

    internal sealed override bool NeedsFigure => _schedules.Any(schedule => schedule.NeedsFigure);

    private protected sealed override void Save(Dictionary<string, Tensor> state)
    {
        for (int i = 0; i < _schedules.Length; i++)
        {
            foreach ((string key, Tensor value) in _schedules[i].StateDictionary())
            {
                state[Path(i) + key] = value;
            }
        }
    }

    private protected sealed override Action Load(SavedState state)
    {
        Action[] apply = [.. _schedules.Select((schedule, i) => schedule.Read(state.Under(Path(i))))];
        return () => Array.ForEach(apply, action => action());
    }

    private static string Path(int place) => string.Create(CultureInfo.InvariantCulture, $"_schedulers.{place}.");

    private static Optimizer OptimizerOf(IReadOnlyList<Schedule> schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        return schedules.Count > 0 && schedules.All(schedule => schedule.Optimizer == schedules[0].Optimizer)
            ? schedules[0].Optimizer
            : throw new ArgumentException($"A composite schedule got {schedules.Count} schedules{(schedules.Count > 0 ? " of different optimizers" : "")}; it needs at least one, all of one optimizer.", nameof(schedules));
    }
}
