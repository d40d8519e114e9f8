using System.Globalization;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Layers in a row: the output of each is the input of the next.</summary>
public sealed class Sequential : Layer
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
    public override Tensor Forward(Tensor input)
    {
        foreach (Layer layer in _layers)
        {
            input = layer.Forward(input);
        }

        return input;
    }
}
