using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>An autoencoder (Hinton and Salakhutdinov, 2006): squeezes its input through a narrow code and learns to give it back.</summary>
/// <remarks>Input and output [N, inputs], the output in (0, 1) by a sigmoid. With the defaults, for images of 28 × 28, it has 435,536 parameters.</remarks>
/// <param name="inputs">The columns of input and output, with values in [0, 1].</param>
/// <param name="hidden">The width of the layers before and behind the code.</param>
/// <param name="code">The width of the code.</param>
public sealed class Autoencoder(int inputs = 784, int hidden = 256, int code = 64) : Sequential(
    new Linear(inputs, hidden),
    new ReLU(),
    new Linear(hidden, code),
    new ReLU(),
    new Linear(code, hidden),
    new ReLU(),
    new Linear(hidden, inputs),
    new Sigmoid())
{
    private const int CodeLayers = 4;

    /// <summary>The first half: from rows to codes.</summary>
    /// <param name="input">Rows, [N, inputs].</param>
    /// <returns>Codes, [N, code], none below 0.</returns>
    public Tensor Encode(Tensor input) => Layers.Take(CodeLayers).Aggregate(input, (x, layer) => layer.Forward(x));

    /// <summary>The second half: from codes to rows.</summary>
    /// <param name="codes">Codes, [N, code].</param>
    /// <returns>Rows, [N, inputs].</returns>
    public Tensor Decode(Tensor codes) => Layers.Skip(CodeLayers).Aggregate(codes, (x, layer) => layer.Forward(x));
}
