using System.Globalization;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Layers in a row: the output of each is the input of the next.</summary>
/// <remarks>
/// A layer and the normalization and activation that follow it are computed in one pass where the engine has one, with the same bits; not where a hook watches one of them.
/// Without gradients, in evaluation mode, a large batch goes through convolutions or dense layers and what follows them a few examples at a time, with the same bits too.
/// A network that is no more than a row of layers derives from it, and its parameters are named 0.weight and so on as they are in PyTorch.
/// </remarks>
public class Sequential : Layer
{
    private readonly Layer[] _layers;

    /// <summary>Puts layers in a row; they are named 0, 1, 2, ...</summary>
    /// <param name="layers">The layers in order; none makes the identity.</param>
    public Sequential(params IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        _layers = [.. layers.Select((layer, index) => RegisterModule(index.ToString(CultureInfo.InvariantCulture), layer))];
    }

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>A layer by its place.</summary>
    /// <param name="index">The place, from 0.</param>
    public Layer this[int index] => _layers[index];

    // A derived class may compute otherwise, across the images of a batch.
    internal override bool TakesExamplesApart => GetType() == typeof(Sequential) && !IsWatched && _layers.All(layer => layer.TakesExamplesApart);

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        for (int i = 0; i < _layers.Length;)
        {
            int end = Apart(i, input);
            input = end == i ? Step(ref i, input) : InSlices(ref i, end, input);
        }

        return input;
    }

    private Tensor InSlices(ref int index, int end, Tensor input)
    {
        int first = index;
        index = end;
        return BatchSlices.Run(input, slice =>
        {
            for (int i = first; i < end;)
            {
                slice = Step(ref i, slice);
            }

            return slice;
        });
    }

    // A layer with those behind it that are computed in its pass.
    private Tensor Step(ref int index, Tensor input)
    {
        Layer layer = _layers[index];
        int count = Behind(index, out Tail tail);
        index += 1 + count;
        return count == 0 ? layer.Forward(input) : layer.Forward(input, tail);
    }

    // Where a row of layers ends that begins with a convolution or a dense layer and through which examples may go by themselves; where it begins if that does not pay.
    private int Apart(int index, Tensor input)
    {
        int end = index;
        if (NoGrad.IsRecording || !BeginsSlices(_layers[index], input) || !BatchSlices.Pay(input))
        {
            return index;
        }

        while (end < _layers.Length && _layers[end].TakesExamplesApart)
        {
            end++;
        }

        return end - index > 1 ? end : index;
    }

    private static bool BeginsSlices(Layer layer, Tensor input) => layer switch
    {
        Conv2d convolution => convolution.Fits(input),
        Linear linear => linear.Fits(input),
        _ => false,
    };

    // How many of the layers behind one are computed in its pass: those whose function it takes, unless somebody wants to see what lies between.
    private int Behind(int index, out Tail tail)
    {
        Layer layer = _layers[index];
        Layer? next = At(index + 1);
        tail = default;
        if (next is null || layer.IsWatched)
        {
            return 0;
        }

        if (next is BatchNorm norm)
        {
            Activation function = At(index + 2)?.Epilogue ?? Activation.None;
            tail = new Tail(function, norm);
            if (function != Activation.None && layer.Takes(tail))
            {
                return 2;
            }

            tail = new Tail(Activation.None, norm);
        }
        else
        {
            tail = new Tail(next.Epilogue);
        }

        return tail != default && layer.Takes(tail) ? 1 : 0;
    }

    // A layer that may be computed with those before it.
    private Layer? At(int index) => index < _layers.Length && !_layers[index].IsWatched ? _layers[index] : null;
}
