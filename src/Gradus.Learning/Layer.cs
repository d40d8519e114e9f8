using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>A module that takes one tensor to one tensor, so that layers can be put in a row.</summary>
public abstract class Layer : Module
{
    /// <summary>The function that this layer applies to each value where the layer before it can do so in its own pass.</summary>
    internal virtual Activation Epilogue => Activation.None;

    /// <summary>Whether the layer, as it stands, computes what it makes of an example of a batch from that example alone and is watched by nobody, so that a batch may be cut.</summary>
    internal virtual bool TakesExamplesApart => Epilogue != Activation.None && !Training && !IsWatched;

    /// <summary>Computes the output: first values are drawn if need be, hooks are called, and between them <see cref="Compute(Tensor)"/>.</summary>
    /// <param name="input">The input; each layer says its shape.</param>
    /// <returns>The output, which remembers how it was made so that gradients flow back through it.</returns>
    /// <exception cref="ArgumentException">The shape does not fit; the message names both.</exception>
    public Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Enter(new Span<Tensor>(ref input));
        return Leave(new ReadOnlySpan<Tensor>(ref input), Compute(input));
    }

    /// <summary>Whether what stands behind this layer can be computed in the same pass.</summary>
    internal virtual bool Takes(in Tail tail) => false;

    /// <summary>Output shapes, parameters, multiply-adds, receptive fields and memory of the layer and all below; print it as a table.</summary>
    /// <param name="inputShape">The shape of the input, with the batch.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentException">The layer does not take such an input; the message names both shapes.</exception>
    public ModuleSummary Summary(params ReadOnlySpan<int> inputShape) => ModuleSummary.Of(this, inputShape);

    /// <summary>As the other, for an input of other numbers than zeros, such as indices.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentException">The layer does not take such an input; the message names both shapes.</exception>
    public ModuleSummary Summary(Tensor input) => ModuleSummary.Of(this, () => Forward(input));

    /// <summary>The output with a function applied to it: in one pass where the layer can and nobody watches it, with the same bits as one after the other.</summary>
    internal Tensor Forward(Tensor input, Activation activation) => Forward(input, new Tail(activation));

    /// <summary>As the other, with all that may stand behind a layer.</summary>
    internal Tensor Forward(Tensor input, in Tail tail)
    {
        if (IsWatched || tail.Norm is { IsWatched: true } || !Takes(tail))
        {
            return tail.Apply(Forward(input));
        }

        Enter(new Span<Tensor>(ref input));
        return Compute(input, tail);
    }

    /// <summary>What the layer computes. A new layer writes this; callers use <see cref="Forward(Tensor)"/>.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The output.</returns>
    protected abstract Tensor Compute(Tensor input);

    private protected virtual Tensor Compute(Tensor input, in Tail tail) => tail.Apply(Compute(input));
}
