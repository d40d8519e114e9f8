using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>The multilayer perceptron: linear layers with ReLU, and dropout if wanted, between them.</summary>
/// <remarks>Input [N, inputs], output [N, outputs] without an activation at the end: logits or plain values.</remarks>
/// <param name="inputs">The columns of the input.</param>
/// <param name="hidden">The widths of the hidden layers; none makes it a linear model.</param>
/// <param name="outputs">The columns of the output.</param>
/// <param name="dropout">The probability of a zero after each hidden layer; 0 leaves dropout out.</param>
/// <param name="dtype">The element type of the parameters.</param>
public sealed class Mlp(int inputs, IReadOnlyList<int> hidden, int outputs, double dropout = 0, DType dtype = DType.Float32)
    : Sequential([.. Blocks(inputs, hidden, outputs, dropout, dtype)])
{
    private static IEnumerable<Layer> Blocks(int inputs, IReadOnlyList<int> hidden, int outputs, double dropout, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        int width = inputs;
        foreach (int next in hidden)
        {
            yield return new Linear(width, next, dtype: dtype);
            yield return new ReLU();
            if (dropout != 0)
            {
                yield return new Dropout(dropout);
            }

            width = next;
        }

        yield return new Linear(width, outputs, dtype: dtype);
    }
}
