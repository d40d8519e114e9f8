using Gradus.Tensors;

namespace Gradus.Learning.Optimizers;

/// <summary>Parameters that an optimizer steps with the same options. PyTorch's entry of <c>param_groups</c>.</summary>
/// <remarks><c>new AdamW([new ParameterGroup(weights, options), new ParameterGroup(biases, options with { WeightDecay = 0 })])</c></remarks>
public sealed class ParameterGroup
{
    /// <summary>Makes a group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">The options, of the optimizer's own kind.</param>
    /// <exception cref="ArgumentException">The options exclude each other.</exception>
    public ParameterGroup(IReadOnlyList<Tensor> parameters, OptimizerOptions options)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Parameters = [.. parameters];
        Options = options;
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The options. Set others between steps: <c>group.Options = group.Options with { WeightDecay = 0 }</c>.</summary>
    /// <exception cref="ArgumentException">The options exclude each other, or are those of another optimizer.</exception>
    public OptimizerOptions Options
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.Validate();
            if (field is not null && field.GetType() != value.GetType())
            {
                throw new ArgumentException($"A group with {field.GetType().Name} got {value.GetType().Name}; start from group.Options with {{ ... }}.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>The learning rate of the group; a schedule may change it between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double LearningRate
    {
        get => Options.LearningRate;
        set => Options = Options with { LearningRate = value };
    }

    /// <summary>The momentum of the group, or β₁ where the optimizer has that instead; null where it has neither.</summary>
    /// <exception cref="InvalidOperationException">It has neither and one is set.</exception>
    public double? Momentum
    {
        get => MomentumEntry?.Get(Options);
        set => Options = value is { } number && MomentumEntry is { } entry
            ? entry.With(Options, number)
            : throw new InvalidOperationException($"{Options.GetType().Name} have no momentum to set.");
    }

    /// <summary>The learning rate that schedules start from: that of the group when its first schedule was made; null before. PyTorch's <c>initial_lr</c>.</summary>
    public double? InitialLearningRate { get; internal set; }

    private OptionEntry? MomentumEntry => Options.Entries.FirstOrDefault(entry => entry.Key is "momentum" or "betas.0");
}
