using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>How a trainer trains.</summary>
public sealed record TrainerOptions
{
    /// <summary>Passes over the training rows at most; 10 by default.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Epochs without a better validation after which training ends; null, the default, for never.</summary>
    public int? Patience { get; init; }

    /// <summary>By how much a validation must be better to count; 0 by default.</summary>
    public double MinimumImprovement { get; init; }

    /// <summary>Whether the weights of the best epoch are put back at the end of a training with validation; true by default.</summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>The largest norm of all gradients together; longer ones are scaled down to it. Null, the default, for no clipping.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>What happens when a loss or a gradient is not finite; training stops by default.</summary>
    public NonFinitePolicy NonFinite { get; init; }

    /// <summary>
    /// A figure of the validation rows, from the outputs of the model in evaluation mode and the targets, both of all rows; more is better. When given, it
    /// decides which epoch is best instead of the validation loss. An undefined figure (null) is never better.
    /// </summary>
    public Func<Tensor, Tensor, double?>? Metric { get; init; }
}
