using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Rows that a generator made: inputs with one class each.</summary>
public record GeneratedRows
{
    /// <summary>Names of the features, in the order of the columns.</summary>
    public required IReadOnlyList<string> FeatureNames { get; init; }

    /// <summary>The inputs, row after row: row r, column c at <c>r * Features + c</c>.</summary>
    public required float[] Inputs { get; init; }

    /// <summary>The class of each row, 0 to the number of classes - 1.</summary>
    public required int[] Labels { get; init; }

    /// <summary>The number of rows.</summary>
    public int Rows => Labels.Length;

    /// <summary>The number of columns of the inputs.</summary>
    public int Features => FeatureNames.Count;

    /// <summary>The inputs of one row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Its <see cref="Features"/> values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Row(int row) => Inputs.AsSpan(checked(row * Features), Features);

    /// <summary>The rows as a loader takes them.</summary>
    /// <param name="shape">The shape of one input, as 1, 16, 16 of an image; one dimension of all features when left out.</param>
    /// <returns>Inputs float32 [N, ...] and classes int64 [N].</returns>
    /// <exception cref="ArgumentException">The shape does not hold the features.</exception>
    public TensorDataset ToDataset(params ReadOnlySpan<int> shape) => new(
        Tensor.From(Inputs, shape.IsEmpty ? [Rows, Features] : [Rows, .. shape]),
        Tensor.From(Array.ConvertAll(Labels, label => (long)label), Rows));
}
