using System.Globalization;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Layers in a row: the output of each is the input of the next.</summary>
/// <remarks>
/// A linear or convolutional layer and the activation that follows it are computed in one pass where the engine has one, with the same bits; not where a hook watches either of them.
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

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            Layer layer = _layers[i];
            if (i + 1 < _layers.Length && Joins(layer, _layers[i + 1]))
            {
                input = layer.Forward(input, _layers[++i].Epilogue);
            }
            else
            {
                input = layer.Forward(input);
            }
        }

        return input;
    }

    // One pass for a layer and the function behind it, unless somebody wants to see what lies between.
    private static bool Joins(Layer layer, Layer next) => next.Epilogue != Activation.None && layer.Takes(next.Epilogue) && !layer.IsWatched && !next.IsWatched;
}
