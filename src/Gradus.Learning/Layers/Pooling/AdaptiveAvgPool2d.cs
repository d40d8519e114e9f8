using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The mean of each of so many windows that share the places out, PyTorch's <c>nn.AdaptiveAvgPool2d</c>.</summary>
/// <remarks>Input [N, C, H, W] or [C, H, W], output [N, C, H', W'] of the size that was asked for; window i goes from ⌊i · H / H'⌋ up to ⌈(i + 1) · H / H'⌉. With size 1 it is the mean of each channel.</remarks>
public sealed class AdaptiveAvgPool2d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="outputSize">How many windows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public AdaptiveAvgPool2d(Pair outputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(outputSize.Height, outputSize.Width), 1, nameof(outputSize));
        OutputSize = outputSize;
    }

    /// <summary>How many windows.</summary>
    public Pair OutputSize { get; }

    internal override bool TakesExamplesApart => !Training && !IsWatched;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.AdaptiveAvgPool2d(OutputSize);

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(2)).Shared((inputs[0].Shape[^2], inputs[0].Shape[^1]), OutputSize);

    /// <inheritdoc/>
    protected override string Describe() => $"output_size={PythonText.Pair(OutputSize)}";
}
