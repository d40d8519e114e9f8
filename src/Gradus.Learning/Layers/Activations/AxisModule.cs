using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What softmax and its relatives share: from logits to probabilities along an axis.</summary>
public abstract class AxisModule : Module
{
    private protected AxisModule(int axis) => Axis = axis;

    /// <summary>The axis over which probabilities sum to 1.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    protected override string Describe() => $"dim={Axis}";

    private protected Tensor Run(Logits logits, Func<Tensor, Tensor> function)
    {
        Tensor input = logits.Values;
        Enter(new Span<Tensor>(ref input));
        return Leave(new ReadOnlySpan<Tensor>(ref input), function(input));
    }
}
