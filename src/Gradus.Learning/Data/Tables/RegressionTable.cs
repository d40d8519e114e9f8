using Gradus.Tensors;

namespace Gradus.Learning.Data.Tables;

/// <summary>A table with a number to predict for each row.</summary>
public sealed record RegressionTable
{
    /// <summary>The inputs.</summary>
    public required Table Features { get; init; }

    /// <summary>The number of each row.</summary>
    public required double[] Values { get; init; }

    /// <summary>How the columns become numbers.</summary>
    public TablePlan Plan { get; init; } = new();

    /// <summary>The number of rows.</summary>
    public int Count => Values.Length;

    /// <summary>Splits the rows at random and makes each part ready for training, with figures of the training rows alone.</summary>
    /// <param name="validation">The share for validation.</param>
    /// <param name="test">The share for test.</param>
    /// <param name="seed">The seed of the split.</param>
    /// <returns>The parts: inputs float32 [N, F] and targets float32 [N, 1], not scaled.</returns>
    /// <exception cref="ArgumentException">A share is not in [0, 1), or nothing is left to train on.</exception>
    public DataParts<TensorDataset> Prepare(double validation = 0.2, double test = 0.2, ulong seed = 0)
    {
        DataSplit split = DataSplit.Random(Count, validation, test, seed);
        TablePreprocessor rows = TablePreprocessor.Fit(Features.Take(split.Train), Plan);
        return new DataParts<TensorDataset>(Part(rows, split.Train), Part(rows, split.Test), split.Validation.Length == 0 ? null : Part(rows, split.Validation));
    }

    private TensorDataset Part(TablePreprocessor preprocessor, int[] rows) =>
        new(preprocessor.Transform(Features.Take(rows)), Tensor.From(Array.ConvertAll(rows, row => (float)Values[row]), rows.Length, 1));
}
