using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>A recurrent sequence in memory. What belongs to a step of a row lies at step · (Time) + row · (Batch) of its array, so that either may come first.</summary>
internal unsafe struct SequenceCall<T>
    where T : unmanaged
{
    internal int Steps;
    internal int Rows;
    internal nint Features;
    internal nint Hidden;

    /// <summary>From the last step to the first.</summary>
    internal bool Reverse;

    /// <summary>The length of each row, beyond which its state stands still and its results are 0; null when all are whole.</summary>
    internal long* Lengths;

    /// <summary>Inputs; unused when <see cref="PackedInput"/> is null.</summary>
    internal T* X;
    internal nint XTime, XBatch;

    /// <summary>The input's weights, packed; null when their product is in <see cref="Gates"/> already.</summary>
    internal T* PackedInput;

    /// <summary>The hidden state's weights, packed as [hidden, gates] forward and as [gates, hidden] backward.</summary>
    internal T* PackedHidden;

    /// <summary>What a row of gates begins with.</summary>
    internal T* Bias;

    internal T* Gates;
    internal nint GatesTime, GatesBatch;

    /// <summary>The states before each step. Where no gradient is wanted all steps share one place, that of the last states.</summary>
    internal T* HiddenBefore, CellBefore;
    internal nint StateTime, StateBatch;

    /// <summary>The states after the last step, [rows, hidden].</summary>
    internal T* LastHidden, LastCell;

    internal T* Output;
    internal nint OutputTime, OutputBatch;

    internal T* GradientOutput;
    internal nint GradientOutputTime, GradientOutputBatch;

    /// <summary>In: the gradients of the last states; out: those of the initial ones, [rows, hidden].</summary>
    internal T* GradientHidden, GradientCell;

    /// <summary>Of the layout of <see cref="Gates"/>.</summary>
    internal T* GradientGates;

    /// <summary>For each row the sum over the steps, rows a <see cref="GatesWidth"/> apart; null where nobody asks.</summary>
    internal T* GradientBias;

    /// <summary>The room of a row of gates.</summary>
    internal nint GatesWidth;

    /// <summary>How products are cut.</summary>
    internal GemmShape Shape;

    /// <summary>The rows that one thread takes at a time.</summary>
    internal int Share;

    internal readonly int Time(int step) => Reverse ? Steps - 1 - step : step;

    internal readonly bool IsPast(int time, int row) => Lengths is not null && time >= Lengths[row];
}
