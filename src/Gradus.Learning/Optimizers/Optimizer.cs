using System.Globalization;
using Gradus.Tensors;

namespace Gradus.Learning.Optimizers;

/// <summary>Changes parameters against their gradients. One call steps all of them in fused kernels.</summary>
public abstract class Optimizer : IStateful
{
    private readonly ParameterGroup[] _groups;

    /// <summary>Takes the parameters over.</summary>
    /// <param name="groups">What is trained, and how; each tensor stands once.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or one cannot have gradients.</exception>
    protected Optimizer(IReadOnlyList<ParameterGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        _groups = [.. groups];
        Parameters = [.. _groups.SelectMany(group => group.Parameters)];
        if (_groups.FirstOrDefault(group => group.Parameters.Count == 0) is not null || _groups.Length == 0)
        {
            throw new ArgumentException($"{GetType().Name} got no parameters{(_groups.Length > 1 ? " in a group" : "")}; pass model.Parameters().", nameof(groups));
        }

        if (Parameters.Distinct(ReferenceEqualityComparer.Instance).Count() != Parameters.Count)
        {
            throw new ArgumentException($"{GetType().Name} got a parameter twice; it would be stepped twice.", nameof(groups));
        }

        if (Parameters.FirstOrDefault(parameter => !parameter.DType.IsFloatingPoint() || !parameter.IsContiguous) is { } odd)
        {
            throw new ArgumentException($"{GetType().Name} got a parameter of {odd.DType} [{string.Join(", ", odd.Shape.ToArray())}]; it needs contiguous Float32 or Float64.", nameof(groups));
        }
    }

    /// <summary>The groups of parameters with their options. PyTorch's <c>param_groups</c>.</summary>
    public IReadOnlyList<ParameterGroup> Groups => _groups;

    /// <summary>What is trained, group by group.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The learning rate of the first group; setting it sets it for all groups.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double LearningRate
    {
        get => _groups[0].LearningRate;
        set
        {
            foreach (ParameterGroup group in _groups)
            {
                group.LearningRate = value;
            }
        }
    }

    /// <summary>Forgets all gradients; without it they add up over steps.</summary>
    public void ZeroGrad()
    {
        foreach (Tensor parameter in Parameters)
        {
            parameter.ZeroGrad();
        }
    }

    /// <summary>Takes one step. Parameters without a gradient stay as they are.</summary>
    /// <remarks>
    /// The scale is worked into the step and costs no pass over the gradients: <c>optimizer.Step(1.0 / 4)</c> after four calls of <c>Backward</c> without <see cref="ZeroGrad"/> steps with the mean
    /// of four batches, <c>optimizer.Step(GradientNorm.Scale(norm, limit))</c> with gradients clipped to a norm.
    /// </remarks>
    /// <param name="gradientScale">What gradients are multiplied by as they are read; 1 by default.</param>
    public abstract void Step(double gradientScale = 1);

    /// <summary>Evaluates and takes one step, as PyTorch's <c>step(closure)</c>. Optimizers that search along a line evaluate several times.</summary>
    /// <param name="closure">Forgets gradients, computes the loss, calls Backward on it and returns it.</param>
    /// <returns>The loss before the step.</returns>
    public virtual Tensor Step(Func<Tensor> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        Tensor loss = closure();
        Step();
        return loss;
    }

    /// <summary>Copies all that the optimizer needs to go on with the same bits: options and what it keeps for each parameter.</summary>
    /// <remarks>
    /// Keys are PyTorch's, joined by dots. For group g: <c>param_groups.g.params</c> (Int64, the places of its parameters in <see cref="Parameters"/>), one single Float64 for each option
    /// (<c>param_groups.g.lr</c>, <c>.weight_decay</c>, <c>.betas.0</c>, ...; flags are 0 or 1), and <c>param_groups.g.initial_lr</c> where a schedule was made. For parameter p that was stepped:
    /// <c>state.p.step</c> (Int64) and tensors of its shape, named by the optimizer.
    /// </remarks>
    /// <returns>Copies by key; later steps do not change them.</returns>
    public IReadOnlyDictionary<string, Tensor> StateDictionary()
    {
        Dictionary<string, Tensor> state = new(StringComparer.Ordinal);
        int first = 0;
        for (int g = 0; g < _groups.Length; g++)
        {
            string path = GroupPath(g);
            state[$"{path}.params"] = Tensor.From([.. Enumerable.Range(first, _groups[g].Parameters.Count).Select(place => (long)place)], _groups[g].Parameters.Count).Keep();
            first += _groups[g].Parameters.Count;
            foreach (OptionEntry entry in _groups[g].Options.Entries)
            {
                state[$"{path}.{entry.Key}"] = SavedState.Of(entry.Get(_groups[g].Options));
            }

            if (_groups[g].InitialLearningRate is { } initial)
            {
                state[$"{path}.initial_lr"] = SavedState.Of(initial);
            }
        }

        Save(state);
        return state;
    }

    /// <summary>Goes on where another optimizer of the same kind and groups stood, with the same bits.</summary>
    /// <param name="state">What <see cref="StateDictionary"/> gave.</param>
    /// <exception cref="ArgumentException">A key is missing or unknown, a shape or element type differs, or an option is out of range; nothing was changed.</exception>
    public void LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        SavedState saved = new(GetType().Name, state);
        List<(OptimizerOptions Options, double? Initial)> loaded = [];
        int first = 0;
        for (int g = 0; g < _groups.Length; g++)
        {
            int count = _groups[g].Parameters.Count;
            string path = GroupPath(g);
            if (!saved.Counts($"{path}.params", count).SequenceEqual(Enumerable.Range(first, count).Select(place => (long)place)))
            {
                throw new ArgumentException($"The state does not fit {GetType().Name}: '{path}.params' names other parameters than {first} to {first + count - 1}.", nameof(state));
            }

            first += count;
            OptimizerOptions options = _groups[g].Options.Entries.Aggregate(_groups[g].Options, (made, entry) => entry.With(made, saved.Number($"{path}.{entry.Key}")));
            options.Validate();
            loaded.Add((options, saved.Has($"{path}.initial_lr") ? saved.Number($"{path}.initial_lr") : null));
        }

        Action apply = Load(saved, [.. loaded.Select(entry => entry.Options)]);
        saved.End();
        apply();
        for (int g = 0; g < _groups.Length; g++)
        {
            (_groups[g].Options, _groups[g].InitialLearningRate) = loaded[g];
        }
    }

    /// <summary>Adds what the optimizer keeps beside its options.</summary>
    private protected virtual void Save(Dictionary<string, Tensor> state)
    {
    }

    /// <summary>Reads and checks what <see cref="Save"/> wrote, for groups that will have these options.</summary>
    /// <returns>Puts it in place.</returns>
    private protected virtual Action Load(SavedState state, IReadOnlyList<OptimizerOptions> options) => () => { };

    private static string GroupPath(int group) => string.Create(CultureInfo.InvariantCulture, $"param_groups.{group}");
}
