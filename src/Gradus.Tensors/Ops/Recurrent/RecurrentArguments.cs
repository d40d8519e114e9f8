using Gradus.Tensors.Kernels.Recurrent;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>The checked arguments of a recurrent sequence.</summary>
internal sealed class RecurrentArguments
{
    private RecurrentArguments(Tensor?[] tensors, bool hasCell, bool batchFirst, bool reverse, Tensor? lengths)
    {
        Tensors = tensors;
        HasCell = hasCell;
        BatchFirst = batchFirst;
        Reverse = reverse;
        Lengths = lengths;
    }

    /// <summary>Input, its weights, the hidden state's weights, their two biases, the initial hidden state and the initial cell state.</summary>
    internal Tensor?[] Tensors { get; }

    internal bool HasCell { get; }

    internal bool BatchFirst { get; }

    internal bool Reverse { get; }

    /// <summary>An int64 copy of the lengths, or null.</summary>
    internal Tensor? Lengths { get; }

    internal Tensor X => Tensors[0]!;

    internal Tensor WeightInput => Tensors[1]!;

    internal Tensor WeightHidden => Tensors[2]!;

    internal Tensor? BiasInput => Tensors[3];

    internal Tensor? BiasHidden => Tensors[4];

    internal Tensor? InitialHidden => Tensors[5];

    internal Tensor? InitialCell => Tensors[6];

    internal int Steps => X.Sizes[BatchFirst ? 1 : 0];

    internal int Rows => X.Sizes[BatchFirst ? 0 : 1];

    internal int Features => X.Sizes[2];

    internal int Hidden => WeightHidden.Sizes[1];

    internal DType DType => X.DType;

    /// <summary>How far steps of an array of rows of a width are apart that has the inputs' order.</summary>
    internal nint TimeStride(nint width) => BatchFirst ? width : Rows * width;

    /// <summary>How far rows of the batch are apart there.</summary>
    internal nint BatchStride(nint width) => BatchFirst ? Steps * width : width;

    /// <summary>The input with 0 beyond the ends of rows, so that whatever stands there meets no gradient.</summary>
    internal Tensor Cleaned()
    {
        if (Lengths is null)
        {
            return X;
        }

        Tensor times = Tensor.Arange(Steps).Unsqueeze(BatchFirst ? 0 : 1), ends = Lengths.Unsqueeze(BatchFirst ? 1 : 0);
        return X.MaskedFill(ends.LessEqual(times).Unsqueeze(2), 0);
    }

    /// <summary>The input of a cell as a sequence of one step.</summary>
    internal static Tensor OneStep(Tensor x, string what) => x.Rank == 2
        ? x.Unsqueeze(0)
        : throw new ArgumentException($"{what} got an input of shape {ShapeMath.Format(x.Sizes)}; it must be [batch, features]. Use Unsqueeze(0) for a single row.", nameof(x));

    internal static RecurrentArguments Check<TCell>(Tensor?[] tensors, bool batchFirst, bool reverse, Tensor? lengths)
        where TCell : unmanaged, IRecurrentCell
    {
        Tensor x = tensors[0]!;
        ArgumentNullException.ThrowIfNull(tensors[1], "weightInput");
        ArgumentNullException.ThrowIfNull(tensors[2], "weightHidden");
        Tensor weightHidden = tensors[2]!;
        if (x.Rank != 3 || !x.DType.IsFloatingPoint())
        {
            throw new ArgumentException(
                $"{TCell.Name} got an input of {x.DType} {ShapeMath.Format(x.Sizes)}; it must be float32 or float64 of shape {(batchFirst ? "[batch, time, features]" : "[time, batch, features]")}.", nameof(x));
        }

        int hidden = weightHidden.Rank == 2 ? weightHidden.Sizes[1] : 0, gates = TCell.Gates, rows = x.Sizes[batchFirst ? 0 : 1], features = x.Sizes[2];
        if (hidden == 0)
        {
            throw new ArgumentException($"{TCell.Name} got weightHidden of shape {ShapeMath.Format(weightHidden.Sizes)}; it must be [{Times(gates)}hidden, hidden] with hidden above 0.", "weightHidden");
        }

        Require<TCell>(x, weightHidden, "weightHidden", $"[{Times(gates)}hidden, hidden]", gates * hidden, hidden);
        Require<TCell>(x, tensors[1]!, "weightInput", $"[{Times(gates)}hidden, features]", gates * hidden, features);
        Require<TCell>(x, tensors[3], "biasInput", $"[{Times(gates)}hidden]", gates * hidden);
        Require<TCell>(x, tensors[4], "biasHidden", $"[{Times(gates)}hidden]", gates * hidden);
        Require<TCell>(x, tensors[5], "initialHidden", "[batch, hidden]", rows, hidden);
        Require<TCell>(x, tensors[6], "initialCell", "[batch, hidden]", rows, hidden);
        return new RecurrentArguments(tensors, TCell.HasCell, batchFirst, reverse, Counted<TCell>(lengths, rows, x.Sizes[batchFirst ? 1 : 0]));
    }

    private static string Times(int gates) => gates == 1 ? "" : $"{gates}·";

    private static void Require<TCell>(Tensor x, Tensor? tensor, string name, string meaning, params ReadOnlySpan<int> shape)
        where TCell : unmanaged, IRecurrentCell
    {
        if (tensor is not null && (!tensor.Shape.SequenceEqual(shape) || tensor.DType != x.DType))
        {
            throw new ArgumentException(
                $"{TCell.Name} got {name} of {tensor.DType} {ShapeMath.Format(tensor.Sizes)} with an input of {x.DType} {ShapeMath.Format(x.Sizes)}; it must be {meaning}, here {x.DType} {ShapeMath.Format(shape)}.", name);
        }
    }

    private static Tensor? Counted<TCell>(Tensor? lengths, int rows, int steps)
        where TCell : unmanaged, IRecurrentCell
    {
        if (lengths is null)
        {
            return null;
        }

        if (lengths.DType is not (DType.Int64 or DType.Int32) || lengths.Rank != 1 || lengths.Sizes[0] != rows)
        {
            throw new ArgumentException($"{TCell.Name} got lengths of {lengths.DType} {ShapeMath.Format(lengths.Sizes)}; they must be int64 or int32 of shape [batch], here [{rows}].", nameof(lengths));
        }

        long[] values = lengths.ToArray<long>();
        int wrong = Array.FindIndex(values, length => length < 0 || length > steps);
        return wrong < 0
            ? Tensor.From(values, rows)
            : throw new ArgumentException($"{TCell.Name} got length {values[wrong]} for row {wrong}; lengths must lie from 0 to the {steps} steps of the input.", nameof(lengths));
    }
}
