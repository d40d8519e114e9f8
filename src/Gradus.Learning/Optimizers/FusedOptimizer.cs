using System.Globalization;
using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>An optimizer whose step looks at each element by itself: one kernel reads gradient and state and writes parameter and state in a single pass.</summary>
public abstract class FusedOptimizer : Optimizer
{
    private readonly IReadOnlyList<string> _names;
    private readonly ParameterState[][] _states;

    /// <summary>Takes the parameters over.</summary>
    /// <param name="groups">What is trained, and how.</param>
    /// <param name="options">The kind of options that groups must have.</param>
    /// <param name="names">PyTorch's names of the tensors that are kept for each parameter.</param>
    private protected FusedOptimizer(IReadOnlyList<ParameterGroup> groups, Type options, params IReadOnlyList<string> names)
        : base(groups)
    {
        if (groups.FirstOrDefault(group => group.Options.GetType() != options) is { } odd)
        {
            throw new ArgumentException($"{GetType().Name} got a group with {odd.Options.GetType().Name}; it needs {options.Name}.", nameof(groups));
        }

        _names = names;
        _states = [.. groups.Select(group => group.Parameters.Select(parameter => new ParameterState(parameter, names.Count)).ToArray())];
    }

    /// <inheritdoc/>
    public sealed override void Step()
    {
        for (int g = 0; g < _states.Length; g++)
        {
            Step(Groups[g].Options, _states[g]);
        }
    }

    /// <summary>Steps the parameters of one group.</summary>
    private protected abstract void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states);

    private protected sealed override void Save(Dictionary<string, Tensor> state)
    {
        foreach ((string path, ParameterState parameter) in Stated().Where(entry => entry.State.Steps > 0))
        {
            state[$"{path}.step"] = SavedState.Of(parameter.Steps);
            for (int slot = 0; slot < _names.Count; slot++)
            {
                if (parameter.Slots[slot] is { } tensor)
                {
                    state[$"{path}.{_names[slot]}"] = tensor.Clone().Keep();
                }
            }
        }
    }

    private protected sealed override Action Load(SavedState state)
    {
        List<Action> apply = [];
        foreach ((string path, ParameterState parameter) in Stated())
        {
            long steps = state.Has($"{path}.step") ? state.Count($"{path}.step") : 0;
            Tensor?[] tensors = [.. _names.Select(name => steps > 0 && state.Has($"{path}.{name}") ? state.Like($"{path}.{name}", parameter.Parameter) : null)];
            apply.Add(() =>
            {
                parameter.Steps = steps;
                for (int slot = 0; slot < tensors.Length; slot++)
                {
                    parameter.Set(slot, tensors[slot]);
                }
            });
        }

        return () => apply.ForEach(action => action());
    }

    private IEnumerable<(string Path, ParameterState State)> Stated() =>
        _states.SelectMany(states => states).Select((state, place) => (string.Create(CultureInfo.InvariantCulture, $"state.{place}"), state));
}
