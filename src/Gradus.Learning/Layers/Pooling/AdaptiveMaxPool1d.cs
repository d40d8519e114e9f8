using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The greatest of each of so many windows that share the places out, PyTorch's <c>nn.AdaptiveMaxPool1d</c>.</summary>
/// <remarks>Input [N, C, L] or [C, L], output [N, C, L'] of the size that was asked for; window i goes from ⌊i · L / L'⌋ up to ⌈(i + 1) · L / L'⌉. With size 1 it is the greatest of each channel.</remarks>
public sealed class AdaptiveMaxPool1d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="outputSize">How many windows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public AdaptiveMaxPool1d(int outputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        OutputSize = outputSize;
    }

    /// <summary>How many windows.</summary>
    public int OutputSize { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.AdaptiveMaxPool1d(OutputSize);

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(1)).Shared((1, inputs[0].Shape[^1]), (1, OutputSize));

    /// <inheritdoc/>
    protected override string Describe() => $"output_size={OutputSize}";
}
