using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Rows with a number to predict, of which the true mean is known.</summary>
public record RegressionRows
{
    /// <summary>Names of the features, in the order of the columns.</summary>
    public required IReadOnlyList<string> FeatureNames { get; init; }

    /// <summary>The inputs, row after row: row r, column c at <c>r * Features + c</c>.</summary>
    public required float[] Inputs { get; init; }

    /// <summary>What is to be predicted: the true mean and noise.</summary>
    public required float[] Targets { get; init; }

    /// <summary>The true mean of each target given the inputs: the best prediction that there is.</summary>
    public required double[] TrueMeans { get; init; }

    /// <summary>The variance of the noise, and so the least mean squared error that any model is expected to have.</summary>
    public required double NoiseVariance { get; init; }

    /// <summary>The number of rows.</summary>
    public int Rows => Targets.Length;

    /// <summary>The number of columns of the inputs.</summary>
    public int Features => FeatureNames.Count;

    /// <summary>The rows as a loader takes them.</summary>
    /// <returns>Inputs float32 [N, F] and targets float32 [N, 1].</returns>
    public TensorDataset ToDataset() => new(Tensor.From(Inputs, Rows, Features), Tensor.From(Targets, Rows, 1));
}
