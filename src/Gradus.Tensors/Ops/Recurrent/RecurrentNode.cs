using System.Numerics;
using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Recurrent;

namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>The gradient of a recurrent sequence: backward through time step by step, then one product over all steps for each weight and for the input.</summary>
internal sealed unsafe class RecurrentNode<T, TCell, TComposed> : MultiOutputNode
    where T : unmanaged, IFloatingPointIeee754<T>
    where TCell : unmanaged, IRecurrentCell
    where TComposed : IComposedCell
{
    private readonly SavedTensor[] _saved;
    private RecurrentArguments? _arguments;
    private Tensor? _gates, _hiddenBefore, _cellBefore;

    internal RecurrentNode(RecurrentArguments arguments, Tensor gates, Tensor hiddenBefore, Tensor? cellBefore)
        : base(arguments.Tensors)
    {
        _arguments = arguments;
        _saved = [.. arguments.Tensors.OfType<Tensor>().Select(tensor => new SavedTensor(tensor))];
        (_gates, _hiddenBefore, _cellBefore) = (gates, hiddenBefore, cellBefore);
    }

    internal override string Name => TCell.Name;

    internal override void Release()
    {
        Array.Clear(_saved);
        _arguments = null;
        _gates = _hiddenBefore = _cellBefore = null;
        base.Release();
    }

    protected override void Backward(Tensor?[] gradients)
    {
        foreach (SavedTensor saved in _saved)
        {
            saved.Get(this);
        }

        RecurrentArguments arguments = _arguments!;
        if (!NoGrad.IsRecording)
        {
            Fused(arguments, gradients);
            return;
        }

        Tensor?[] composed = Composed.Gradients<TComposed>(arguments, gradients);
        for (int i = 0; i < composed.Length; i++)
        {
            if (composed[i] is { } gradient)
            {
                Send(i, gradient);
            }
        }
    }

    private void Fused(RecurrentArguments arguments, Tensor?[] gradients)
    {
        int steps = arguments.Steps, rows = arguments.Rows, hidden = arguments.Hidden, width = _gates!.Sizes[1];
        Tensor gradientGates = Tensor.EmptyLike(_gates);
        Tensor gradientHidden = Carry(gradients[1], arguments);
        Tensor? gradientCell = TCell.HasCell ? Carry(gradients[2], arguments) : null;
        Tensor? gradientBias = Needs(3) || Needs(4) ? Tensor.Full(0, arguments.DType, rows, width) : null;
        Tensor output = gradients[0]?.Contiguous() ?? Tensor.Full(0, arguments.DType, hidden);
        bool arrived = gradients[0] is not null;
        Tensor weight = arguments.WeightHidden.Contiguous();
        int gates = TCell.Gates * hidden;
        Tensor packed = Tensor.Empty([(int)SequenceKernel.PackedLength<T>(IsaTable.Current, gates, hidden)], arguments.DType);
        SequenceKernel.Pack(IsaTable.Current, packed.Pointer<T>(), weight.Pointer<T>(), hidden, 1, gates, hidden);
        SequenceCall<T> call = new()
        {
            Steps = steps,
            Rows = rows,
            Features = arguments.Features,
            Hidden = hidden,
            Reverse = arguments.Reverse,
            Lengths = arguments.Lengths is null ? null : arguments.Lengths.Pointer<long>(),
            PackedHidden = packed.Pointer<T>(),
            Gates = _gates.Pointer<T>(),
            GatesTime = arguments.TimeStride(width),
            GatesBatch = arguments.BatchStride(width),
            GatesWidth = width,
            HiddenBefore = _hiddenBefore!.Pointer<T>(),
            CellBefore = _cellBefore is null ? null : _cellBefore.Pointer<T>(),
            StateTime = arguments.TimeStride(hidden),
            StateBatch = arguments.BatchStride(hidden),
            GradientOutput = output.Pointer<T>(),
            GradientOutputTime = arrived ? arguments.TimeStride(hidden) : 0,
            GradientOutputBatch = arrived ? arguments.BatchStride(hidden) : 0,
            GradientHidden = gradientHidden.Pointer<T>(),
            GradientCell = gradientCell is null ? null : gradientCell.Pointer<T>(),
            GradientGates = gradientGates.Pointer<T>(),
            GradientBias = gradientBias is null ? null : gradientBias.Pointer<T>(),
        };
        SequenceKernel.Run<T, TCell>(IsaTable.Current, call, true);
        GC.KeepAlive(_gates);
        GC.KeepAlive(_cellBefore);
        GC.KeepAlive(output);
        GC.KeepAlive(packed);
        GC.KeepAlive(weight);
        GC.KeepAlive(arguments);
        Send(5, gradientHidden);
        if (gradientCell is not null)
        {
            Send(6, gradientCell);
        }

        Weights(arguments, gradientGates);
        if (gradientBias is not null)
        {
            Biases(gradientBias.Sum(0), hidden);
        }
    }

    /// <summary>A gradient of last states where it may change.</summary>
    private static Tensor Carry(Tensor? gradient, RecurrentArguments arguments) => gradient?.Clone() ?? Tensor.Full(0, arguments.DType, arguments.Rows, arguments.Hidden);

    private void Weights(RecurrentArguments arguments, Tensor gradientGates)
    {
        int hidden = arguments.Hidden, features = arguments.Features, rows = gradientGates.Sizes[0];
        T* gates = gradientGates.Pointer<T>();
        nint width = gradientGates.Sizes[1];
        if (Needs(0))
        {
            Tensor weight = arguments.WeightInput.Contiguous(), to = Tensor.Empty(arguments.X.Sizes, arguments.DType);
            bool accumulate = false;
            foreach ((int row, int column, int count) in RecurrentForward.InputPieces<TCell>(hidden))
            {
                RecurrentProduct.Run(gates + column, width, 1, weight.Pointer<T>() + ((nint)row * features), to.Pointer<T>(), rows, features, count, accumulate);
                accumulate = true;
            }

            GC.KeepAlive(weight);
            Send(0, to);
        }

        if (Needs(1))
        {
            Tensor x = arguments.Cleaned().Contiguous();
            Tensor? leaf = LeafTarget(1, out bool accumulate);
            Tensor to = leaf ?? Tensor.Empty(arguments.WeightInput.Sizes, arguments.DType);
            foreach ((int row, int column, int count) in RecurrentForward.InputPieces<TCell>(hidden))
            {
                RecurrentProduct.Run(gates + column, 1, width, x.Pointer<T>(), to.Pointer<T>() + ((nint)row * features), count, features, rows, accumulate);
            }

            GC.KeepAlive(x);
            Deliver(1, to, leaf);
        }

        if (Needs(2))
        {
            Tensor? leaf = LeafTarget(2, out bool accumulate);
            Tensor to = leaf ?? Tensor.Empty(arguments.WeightHidden.Sizes, arguments.DType);
            RecurrentProduct.Run(gates + (TCell.HiddenBlock * hidden), 1, width, _hiddenBefore!.Pointer<T>(), to.Pointer<T>(), TCell.Gates * hidden, hidden, rows, accumulate);
            GC.KeepAlive(_hiddenBefore);
            Deliver(2, to, leaf);
        }

        GC.KeepAlive(gradientGates);
    }

    private void Biases(Tensor sums, int hidden)
    {
        if (Needs(3))
        {
            Tensor to = Tensor.Empty([TCell.Gates * hidden], sums.DType);
            foreach ((int row, int column, int count) in RecurrentForward.InputPieces<TCell>(hidden))
            {
                to.Narrow(0, row, count).CopyFrom(sums.Narrow(0, column, count));
            }

            Send(3, to);
        }

        if (Needs(4))
        {
            Send(4, sums.Narrow(0, TCell.HiddenBlock * hidden, TCell.Gates * hidden));
        }
    }

    private void Deliver(int input, Tensor gradient, Tensor? leaf)
    {
        if (leaf is null)
        {
            Send(input, gradient);
        }
    }
}
