using System.Numerics;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Kernels.Recurrent;

namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>Computes a recurrent sequence.</summary>
internal static unsafe class RecurrentForward
{
    /// <summary>Up to this many of the input's weights are multiplied step by step, while gates are in the first cache; more of them in one product for all steps, which is cut to fit caches.</summary>
    private const long StepwiseWeights = 1 << 16;

    /// <summary>Output, last hidden state and, where there is one, last cell state; recorded where an input requires a gradient.</summary>
    internal static Tensor[] Run<TCell, TComposed>(RecurrentArguments arguments)
        where TCell : unmanaged, IRecurrentCell
        where TComposed : IComposedCell => arguments.DType == DType.Float32 ? Run<float, TCell, TComposed>(arguments) : Run<double, TCell, TComposed>(arguments);

    private static Tensor[] Run<T, TCell, TComposed>(RecurrentArguments arguments)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TCell : unmanaged, IRecurrentCell
        where TComposed : IComposedCell
    {
        int steps = arguments.Steps, rows = arguments.Rows, features = arguments.Features, hidden = arguments.Hidden;
        int width = SequenceKernel.GatesWidth<TCell>(hidden);
        bool record = NoGrad.IsRecording && Array.Exists(arguments.Tensors, tensor => tensor is { RequiresGrad: true });
        bool stepwise = (long)TCell.Gates * hidden * features <= StepwiseWeights;
        DType type = arguments.DType;
        Tensor source = arguments.X.Contiguous(), bias = Bias<T, TCell>(arguments, width);
        Tensor output = Tensor.Empty([arguments.X.Sizes[0], arguments.X.Sizes[1], hidden], type);
        Tensor gates = Tensor.Empty([record || !stepwise ? steps * rows : rows, width], type);
        Tensor lastHidden = Start(arguments.InitialHidden, rows, hidden, type);
        Tensor? lastCell = TCell.HasCell ? Start(arguments.InitialCell, rows, hidden, type) : null;
        Tensor hiddenBefore = record ? Before(arguments, lastHidden) : lastHidden;
        Tensor? cellBefore = record && lastCell is not null ? Before(arguments, lastCell) : lastCell;
        Tensor packedHidden = Pack<T>(arguments.WeightHidden.Contiguous());
        Tensor? packedInput = stepwise ? Pack<T>(Ordered<T, TCell>(arguments.WeightInput.Contiguous(), hidden)) : null;
        if (!stepwise)
        {
            InputProduct<T, TCell>(arguments, source, bias, gates);
        }

        bool whole = record || !stepwise;
        SequenceCall<T> call = new()
        {
            Steps = steps,
            Rows = rows,
            Features = features,
            Hidden = hidden,
            Reverse = arguments.Reverse,
            Lengths = arguments.Lengths is null ? null : arguments.Lengths.Pointer<long>(),
            X = source.Pointer<T>(),
            XTime = arguments.TimeStride(features),
            XBatch = arguments.BatchStride(features),
            PackedInput = packedInput is null ? null : packedInput.Pointer<T>(),
            PackedHidden = packedHidden.Pointer<T>(),
            Bias = bias.Pointer<T>(),
            Gates = gates.Pointer<T>(),
            GatesTime = whole ? arguments.TimeStride(width) : 0,
            GatesBatch = whole ? arguments.BatchStride(width) : width,
            GatesWidth = width,
            HiddenBefore = hiddenBefore.Pointer<T>(),
            CellBefore = cellBefore is null ? null : cellBefore.Pointer<T>(),
            StateTime = record ? arguments.TimeStride(hidden) : 0,
            StateBatch = record ? arguments.BatchStride(hidden) : hidden,
            LastHidden = lastHidden.Pointer<T>(),
            LastCell = lastCell is null ? null : lastCell.Pointer<T>(),
            Output = output.Pointer<T>(),
            OutputTime = arguments.TimeStride(hidden),
            OutputBatch = arguments.BatchStride(hidden),
        };
        SequenceKernel.Run<T, TCell>(IsaTable.Current, call, false);
        GC.KeepAlive(source);
        GC.KeepAlive(bias);
        GC.KeepAlive(packedHidden);
        GC.KeepAlive(packedInput);
        GC.KeepAlive(arguments);
        Tensor[] results = lastCell is null ? [output, lastHidden] : [output, lastHidden, lastCell];
        if (record)
        {
            RecurrentNode<T, TCell, TComposed> node = new(arguments, gates, hiddenBefore, cellBefore);
            node.Attach(results);
        }

        return results;
    }

    /// <summary>The pieces of the input's weights in the order of a row of gates: from which row of them to which column of it, and how many.</summary>
    internal static ReadOnlySpan<(int Row, int Column, int Count)> InputPieces<TCell>(int hidden)
        where TCell : unmanaged, IRecurrentCell
    {
        // A gate that the hidden state has for itself stands last in the weights and first in a row of gates.
        int shared = (TCell.Gates - TCell.HiddenBlock) * hidden;
        return TCell.HiddenBlock == 0 ? new[] { (0, 0, shared) } : new[] { (0, hidden, shared), (shared, 0, hidden) };
    }

    /// <summary>The input's weights as [gates, features], in the order of a row of gates.</summary>
    private static Tensor Ordered<T, TCell>(Tensor weight, int hidden)
        where T : unmanaged
        where TCell : unmanaged, IRecurrentCell
    {
        if (TCell.HiddenBlock == 0)
        {
            return weight;
        }

        Tensor ordered = Tensor.EmptyLike(weight);
        int features = weight.Sizes[1];
        foreach ((int row, int column, int count) in InputPieces<TCell>(hidden))
        {
            new Span<T>(weight.Pointer<T>() + ((nint)row * features), count * features).CopyTo(new Span<T>(ordered.Pointer<T>() + ((nint)column * features), count * features));
        }

        GC.KeepAlive(weight);
        return ordered;
    }

    /// <summary>The transpose of a weight, packed.</summary>
    private static Tensor Pack<T>(Tensor weight)
        where T : unmanaged
    {
        nint n = weight.Sizes[0], k = weight.Sizes[1];
        Tensor packed = Tensor.Empty([(int)SequenceKernel.PackedLength<T>(IsaTable.Current, k, n)], weight.DType);
        SequenceKernel.Pack(IsaTable.Current, packed.Pointer<T>(), weight.Pointer<T>(), 1, k, k, n);
        GC.KeepAlive(weight);
        return packed;
    }

    private static Tensor Bias<T, TCell>(RecurrentArguments arguments, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TCell : unmanaged, IRecurrentCell
    {
        Tensor bias = Tensor.Full(0, arguments.DType, width);
        T* to = bias.Pointer<T>();
        if (arguments.BiasInput?.Contiguous() is { } input)
        {
            foreach ((int row, int column, int count) in InputPieces<TCell>(arguments.Hidden))
            {
                new Span<T>(input.Pointer<T>() + row, count).CopyTo(new Span<T>(to + column, count));
            }

            GC.KeepAlive(input);
        }

        if (arguments.BiasHidden?.Contiguous() is { } own)
        {
            T* from = own.Pointer<T>();
            for (int j = 0; j < own.ElementCount; j++)
            {
                to[(TCell.HiddenBlock * arguments.Hidden) + j] += from[j];
            }

            GC.KeepAlive(own);
        }

        return bias;
    }

    /// <summary>An initial state in memory of its own, where the last one will lie.</summary>
    private static Tensor Start(Tensor? initial, int rows, int hidden, DType type)
    {
        using NoGrad none = NoGrad.Enter();
        return initial is null ? Tensor.Full(0, type, rows, hidden) : initial.Detach().Clone();
    }

    /// <summary>Room for the states before each step, with the initial one at its place.</summary>
    private static Tensor Before(RecurrentArguments arguments, Tensor initial)
    {
        using NoGrad none = NoGrad.Enter();
        Tensor before = Tensor.Empty([arguments.X.Sizes[0], arguments.X.Sizes[1], arguments.Hidden], arguments.DType);
        if (arguments.Steps > 0)
        {
            before.Select(arguments.BatchFirst ? 1 : 0, arguments.Reverse ? arguments.Steps - 1 : 0).CopyFrom(initial);
        }

        return before;
    }

    private static void InputProduct<T, TCell>(RecurrentArguments arguments, Tensor source, Tensor bias, Tensor gates)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TCell : unmanaged, IRecurrentCell
    {
        Tensor weight = arguments.WeightInput;
        foreach ((int row, int column, int count) in InputPieces<TCell>(arguments.Hidden))
        {
            GemmCall<T> call = new()
            {
                A = source.Pointer<T>(),
                RowA = arguments.Features,
                ColumnA = 1,
                B = weight.Pointer<T>() + ((nint)row * weight.Steps[0]),
                RowB = weight.Steps[1],
                ColumnB = weight.Steps[0],
                C = gates.Pointer<T>() + column,
                RowC = gates.Sizes[1],
                M = gates.Sizes[0],
                N = count,
                K = arguments.Features,
                Bias = bias.Pointer<T>() + column,
            };
            GemmParallel.Run(IsaTable.Current, call);
        }

        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
    }
}
