using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>The multilayer perceptron: linear layers with ReLU, and dropout if wanted, between them.</summary>
/// <remarks>Input [N, inputs], output [N, outputs] without an activation at the end: logits or plain values.</remarks>
public sealed class Mlp : Layer
{
    private readonly Sequential _body;

    /// <summary>Makes the network.</summary>
    /// <param name="inputs">The columns of the input.</param>
    /// <param name="hidden">The widths of the hidden layers; none makes it a linear model.</param>
    /// <param name="outputs">The columns of the output.</param>
    /// <param name="dropout">The probability of a zero after each hidden layer; 0 leaves dropout out.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    public Mlp(int inputs, IReadOnlyList<int> hidden, int outputs, double dropout = 0, DType dtype = DType.Float32)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        List<Layer> layers = [];
        int width = inputs;
        foreach (int next in hidden)
        {
            layers.AddRange([new Linear(width, next, dtype: dtype), new ReLU()]);
            if (dropout != 0)
            {
                layers.Add(new Dropout(dropout));
            }

            width = next;
        }

        _body = RegisterModule("body", new Sequential([.. layers, new Linear(width, outputs, dtype: dtype)]));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => _body.Forward(input);
}
