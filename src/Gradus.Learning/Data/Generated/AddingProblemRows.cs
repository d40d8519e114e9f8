using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Sequences of <see cref="AddingProblem"/>.</summary>
public sealed record AddingProblemRows
{
    /// <summary>The mean squared error of always predicting 1, the mean: the variance of a sum of two uniform numbers, 1/6.</summary>
    public const double ConstantError = 1.0 / 6;

    /// <summary>Value and marker of each step, row after row: [N, T, 2].</summary>
    public required float[] Inputs { get; init; }

    /// <summary>The sum of the two marked values of each row.</summary>
    public required float[] Targets { get; init; }

    /// <summary>T, the steps of a row.</summary>
    public required int Length { get; init; }

    /// <summary>The number of rows.</summary>
    public int Rows => Targets.Length;

    /// <summary>The rows as a loader takes them.</summary>
    /// <returns>Inputs float32 [N, T, 2] and targets float32 [N, 1].</returns>
    public TensorDataset ToDataset() => new(Tensor.From(Inputs, Rows, Length, 2), Tensor.From(Targets, Rows, 1));
}
