using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Inputs and targets, row by row.</summary>
public sealed class TensorDataset : Dataset
{
    /// <summary>Pairs inputs and targets.</summary>
    /// <param name="inputs">Inputs [N, ...].</param>
    /// <param name="targets">Targets [N, ...].</param>
    /// <exception cref="ArgumentException">Their first axes differ.</exception>
    public TensorDataset(Tensor inputs, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Rank < 1 || targets.Rank < 1 || inputs.Shape[0] != targets.Shape[0])
        {
            throw new ArgumentException(
                $"TensorDataset got inputs [{string.Join(", ", inputs.Shape.ToArray())}] and targets [{string.Join(", ", targets.Shape.ToArray())}]; the first axis is the rows and must agree.",
                nameof(targets));
        }

        Inputs = inputs.Contiguous();
        Targets = targets.Contiguous();
    }

    /// <summary>Inputs [N, ...].</summary>
    public Tensor Inputs { get; }

    /// <summary>Targets [N, ...].</summary>
    public Tensor Targets { get; }

    /// <inheritdoc/>
    public override int Count => Inputs.Shape[0];

    /// <inheritdoc/>
    public override Batch Take(ReadOnlySpan<int> rows) => new(RowGather.Take(Inputs, rows), RowGather.Take(Targets, rows));

    /// <summary>Takes rows out.</summary>
    /// <param name="rows">Rows, from 0, in any order; a row may stand twice.</param>
    /// <returns>A copy of those rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public override TensorDataset Subset(ReadOnlySpan<int> rows) => new(RowGather.Take(Inputs, rows).Keep(), RowGather.Take(Targets, rows).Keep());
}
