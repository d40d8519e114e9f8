using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Rows that can be had by number, each an input with a target: PyTorch's map-style data set, which hands out whole batches.</summary>
/// <remarks>Taking rows does not change the set, so several threads may take rows at once.</remarks>
public abstract class Dataset
{
    /// <summary>N, the number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>Copies rows into new tensors.</summary>
    /// <param name="rows">Rows, from 0, in any order; a row may stand twice.</param>
    /// <returns>The rows in that order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public abstract Batch Take(ReadOnlySpan<int> rows);

    /// <summary>Some of the rows, as a set of their own.</summary>
    /// <param name="rows">Rows, from 0, in any order; a row may stand twice.</param>
    /// <returns>A set that takes its rows from this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public virtual Dataset Subset(ReadOnlySpan<int> rows) => new SubsetDataset(this, rows);

    /// <summary>All rows as tensors, as small sets and evaluations want them.</summary>
    /// <returns>Copies of every row in order.</returns>
    public TensorDataset ToTensors()
    {
        using (TensorScope.Outside())
        {
            Batch all = Take([.. Enumerable.Range(0, Count)]);
            return new TensorDataset(all.Inputs, all.Targets);
        }
    }

    /// <summary>The number of a row in the set that it is taken from; its own where the set is no part of another.</summary>
    internal virtual int Origin(int row) => row;

    /// <summary>Refuses a row that the set has not.</summary>
    private protected void Demand(int row)
    {
        if ((uint)row >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"There is no row {row}; the data set has {Count} rows, numbered from 0.");
        }
    }
}
