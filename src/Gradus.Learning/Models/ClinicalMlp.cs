using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>A network for tables of patients: blocks of linear layer, batch normalization, ReLU and dropout, then one logit a row.</summary>
/// <remarks>Input [N, features], output [N]: the logit of the event. With 20 features and the default widths it has 13,505 parameters.</remarks>
public sealed class ClinicalMlp : Layer
{
    private static readonly int[] DefaultHidden = [128, 64, 32];
    private readonly Sequential _body;

    /// <summary>Makes the network.</summary>
    /// <param name="features">The columns of the table.</param>
    /// <param name="hidden">The widths of the hidden layers; 128, 64, 32 by default.</param>
    /// <param name="dropout">The probability of a zero after each hidden layer.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    public ClinicalMlp(int features = 20, IReadOnlyList<int>? hidden = null, double dropout = 0.3, DType dtype = DType.Float32)
    {
        List<Layer> layers = [];
        int width = features;
        foreach (int next in hidden ?? DefaultHidden)
        {
            layers.AddRange([new Linear(width, next, dtype: dtype), new BatchNorm1d(next, dtype: dtype), new ReLU(), new Dropout(dropout)]);
            width = next;
        }

        _body = RegisterModule("body", new Sequential([.. layers, new Linear(width, 1, dtype: dtype), new Flatten(0)]));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => _body.Forward(input);
}
