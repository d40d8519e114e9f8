using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>A body with a way around it (He et al., 2016): y = body(x) + x, or body(x) + shortcut(x) where the body changes the shape.</summary>
/// <remarks>The gradient reaches the input by the shortcut undiminished, however deep the body. Body and shortcut must give the same shape.</remarks>
public sealed class Residual : Layer
{
    private readonly Layer _body;
    private readonly Layer? _shortcut;

    /// <summary>Makes the layer.</summary>
    /// <param name="body">What is learned beside the identity; named body.</param>
    /// <param name="shortcut">What takes the place of the identity, such as a 1 × 1 convolution; named shortcut. None by default.</param>
    public Residual(Layer body, Layer? shortcut = null)
    {
        _body = RegisterModule("body", body);
        _shortcut = shortcut is null ? null : RegisterModule("shortcut", shortcut);
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        Tensor learned = _body.Forward(input), around = _shortcut is null ? input : _shortcut.Forward(input);
        return learned.Shape.SequenceEqual(around.Shape)
            ? learned + around
            : throw new ArgumentException(
                $"Residual got [{string.Join(", ", learned.Shape.ToArray())}] from its body and [{string.Join(", ", around.Shape.ToArray())}] around it; they must be equal. Give a shortcut that changes the shape as the body does.",
                nameof(input));
    }
}
