using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>A network for tables of patients: blocks of linear layer, batch normalization, ReLU and dropout, then one logit a row.</summary>
/// <remarks>Input [N, features], output [N]: the logit of the event, or a value. With 20 features and the default widths it has 13,505 parameters.</remarks>
/// <param name="features">The columns of the table.</param>
/// <param name="hidden">The widths of the hidden layers; 128, 64, 32 by default.</param>
/// <param name="dropout">The probability of a zero after each hidden layer.</param>
/// <param name="dtype">The element type of the parameters.</param>
public sealed class ClinicalMlp(int features = 20, IReadOnlyList<int>? hidden = null, double dropout = 0.3, DType dtype = DType.Float32)
    : Sequential([.. Blocks(features, hidden ?? [128, 64, 32], dropout, dtype)])
{
    /// <summary>A first try for a table of so many rows, by rule of thumb: 64, 32 with dropout 0.4 below 5,000; 128, 64, 32 with 0.3 below 50,000; 256, 128, 64, 32 with 0.2 from there on.</summary>
    /// <remarks>Few rows pin down few weights. The rule sees neither how rare the event is nor how many features there are: validation decides, and boosted trees remain the baseline.</remarks>
    /// <param name="features">The columns of the table.</param>
    /// <param name="rows">The rows to train on.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no row.</exception>
    public static ClinicalMlp ForRows(int features, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return rows switch
        {
            < 5_000 => new ClinicalMlp(features, [64, 32], 0.4),
            < 50_000 => new ClinicalMlp(features),
            _ => new ClinicalMlp(features, [256, 128, 64, 32], 0.2),
        };
    }

    private static IEnumerable<Layer> Blocks(int features, IReadOnlyList<int> hidden, double dropout, DType dtype)
    {
        int width = features;
        foreach (int next in hidden)
        {
            yield return new Linear(width, next, dtype: dtype);
            yield return new BatchNorm1d(next, dtype: dtype);
            yield return new ReLU();
            yield return new Dropout(dropout);
            width = next;
        }

        yield return new Linear(width, 1, dtype: dtype);
        yield return new Flatten(0);
    }
}
