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

    /// <summary>PyTorch's name of the product that is kept for each parameter; null for none.</summary>
    private protected virtual string? ProductName => null;

    /// <inheritdoc/>
    public sealed override void Step(double gradientScale = 1)
    {
        for (int g = 0; g < _states.Length; g++)
        {
            OptimizerOptions options = Groups[g].Options;
            Step(options, _states[g], options.Terms(gradientScale));
        }
    }

    /// <summary>Steps the parameters of one group.</summary>
    private protected abstract void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms);

    /// <summary>Whether a tensor is needed with these options.</summary>
    private protected virtual bool Keeps(OptimizerOptions options, int slot) => true;

    private protected sealed override void Save(Dictionary<string, Tensor> state)
    {
        foreach ((int group, string path, ParameterState parameter) in Stated().Where(entry => entry.State.Steps > 0))
        {
            state[$"{path}.step"] = SavedState.Of(parameter.Steps);
            if (ProductName is { } product)
            {
                state[$"{path}.{product}"] = SavedState.Of(parameter.Product);
            }

            for (int slot = 0; slot < _names.Count; slot++)
            {
                if (parameter.Peek(slot) is { } tensor)
                {
                    state[$"{path}.{_names[slot]}"] = tensor.Clone().Keep();
                }
                else if (Keeps(Groups[group].Options, slot))
                {
                    state[$"{path}.{_names[slot]}"] = Tensor.ZerosLike(parameter.Parameter).Keep();
                }
            }
        }
    }

    private protected sealed override Action Load(SavedState state, IReadOnlyList<OptimizerOptions> options)
    {
        List<Action> apply = [];
        foreach ((int group, string path, ParameterState parameter) in Stated())
        {
            long steps = state.Has($"{path}.step") ? state.Count($"{path}.step") : 0;
            double product = steps > 0 && ProductName is { } name ? state.Number($"{path}.{name}") : 1;
            Tensor?[] tensors = new Tensor?[_names.Count];
            for (int slot = 0; steps > 0 && slot < tensors.Length; slot++)
            {
                string key = $"{path}.{_names[slot]}";
                tensors[slot] = Keeps(options[group], slot) || state.Has(key) ? state.Like(key, parameter.Parameter) : null;
            }

            apply.Add(() =>
            {
                (parameter.Steps, parameter.Product) = (steps, product);
                for (int slot = 0; slot < tensors.Length; slot++)
                {
                    parameter.Put(slot, tensors[slot]);
                }
            });
        }

        return () => apply.ForEach(action => action());
    }

    private IEnumerable<(int Group, string Path, ParameterState State)> Stated() =>
        _states.SelectMany((states, group) => states.Select(state => (group, state))).Select((entry, place) => (entry.group, string.Create(CultureInfo.InvariantCulture, $"state.{place}"), entry.state));
}
