using Gradus.Tensors;

namespace Gradus.Learning.Data.Tables;

/// <summary>A table with a class for each row, and what is known about how to split and read it.</summary>
/// <remarks>
/// <c>DataParts&lt;TensorDataset&gt; parts = Datasets.HeartCleveland(folder).Prepare(seed: 0);</c> gives rows ready for training: split, filled, scaled and encoded with figures of the training rows alone.
/// </remarks>
public sealed record TabularDataset
{
    /// <summary>The inputs; what must not be an input is left out.</summary>
    public required Table Features { get; init; }

    /// <summary>The class of each row, 0 upwards.</summary>
    public required int[] Labels { get; init; }

    /// <summary>What the classes are called.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>How the columns become numbers: which of them are categories, above all.</summary>
    public TablePlan Plan { get; init; } = new();

    /// <summary>The patient, or another group, of each row whose rows must stay together; null where each row stands alone.</summary>
    public IReadOnlyList<int>? Groups { get; init; }

    /// <summary>The rows that the makers set apart for test; null where there are none.</summary>
    public int[]? OfficialTest { get; init; }

    /// <summary>The number of rows.</summary>
    public int Count => Labels.Length;

    /// <summary>Splits the rows as they must be split: groups stay together, an official test part is kept, else every class has its share in each part.</summary>
    /// <param name="validation">The share for validation; of what is not official test, where there is such a part.</param>
    /// <param name="test">The share for test; not used where there is an official test part.</param>
    /// <param name="seed">The seed; the same seed gives the same split.</param>
    /// <returns>The split.</returns>
    /// <exception cref="ArgumentException">A share is not in [0, 1), or nothing is left to train on.</exception>
    public DataSplit Split(double validation = 0.2, double test = 0.2, ulong seed = 0)
    {
        if (OfficialTest is not null)
        {
            int[] rest = [.. Enumerable.Range(0, Count).Except(OfficialTest)];
            DataSplit split = DataSplit.Stratified(Array.ConvertAll(rest, row => Labels[row]), validation, 0, seed);
            return new DataSplit(Array.ConvertAll(split.Train, row => rest[row]), Array.ConvertAll(split.Validation, row => rest[row]), OfficialTest);
        }

        return Groups is not null ? DataSplit.Grouped(Groups, validation, test, seed) : DataSplit.Stratified(Labels, validation, test, seed);
    }

    /// <summary>Splits the rows and makes each part ready for training.</summary>
    /// <param name="validation">The share for validation.</param>
    /// <param name="test">The share for test.</param>
    /// <param name="seed">The seed of the split.</param>
    /// <param name="binary">Whether targets are float32 [N] of 0 and 1, as <see cref="Models.ClinicalMlp"/> gives logits, instead of classes int64 [N]; false by default.</param>
    /// <returns>The parts: inputs float32 [N, F].</returns>
    /// <exception cref="ArgumentException">A share is not in [0, 1), or binary targets are asked of more than two classes.</exception>
    public DataParts<TensorDataset> Prepare(double validation = 0.2, double test = 0.2, ulong seed = 0, bool binary = false) => Prepare(Split(validation, test, seed), binary);

    /// <summary>Makes each part of a split ready for training, with figures of its training rows alone.</summary>
    /// <param name="split">The parts.</param>
    /// <param name="binary">Whether targets are float32 [N] of 0 and 1 instead of classes int64 [N]; false by default.</param>
    /// <returns>The parts: inputs float32 [N, F]; a part without rows is null, or has none.</returns>
    /// <exception cref="ArgumentException">Binary targets are asked of more than two classes.</exception>
    public DataParts<TensorDataset> Prepare(DataSplit split, bool binary = false)
    {
        ArgumentNullException.ThrowIfNull(split);
        TablePreprocessor rows = TablePreprocessor.Fit(Features.Take(split.Train), Plan);
        return new DataParts<TensorDataset>(
            Part(rows, split.Train, binary),
            Part(rows, split.Test, binary),
            split.Validation.Length == 0 ? null : Part(rows, split.Validation, binary));
    }

    /// <summary>The targets of some rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="binary">Whether they are float32 [N] of 0 and 1 instead of classes int64 [N].</param>
    /// <returns>The targets.</returns>
    /// <exception cref="ArgumentException">Binary targets are asked of more than two classes.</exception>
    public Tensor Targets(ReadOnlySpan<int> rows, bool binary = false)
    {
        if (binary && Classes.Count != 2)
        {
            throw new ArgumentException($"Binary targets were asked of {Classes.Count} classes: {string.Join(", ", Classes)}.", nameof(binary));
        }

        int[] labels = Array.ConvertAll(rows.ToArray(), row => Labels[row]);
        return binary ? Tensor.From(Array.ConvertAll(labels, label => (float)label), labels.Length) : Tensor.From(Array.ConvertAll(labels, label => (long)label), labels.Length);
    }

    private TensorDataset Part(TablePreprocessor preprocessor, int[] rows, bool binary) => new(preprocessor.Transform(Features.Take(rows)), Targets(rows, binary));
}
