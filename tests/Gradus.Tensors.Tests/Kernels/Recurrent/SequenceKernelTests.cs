using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Recurrent;

namespace Gradus.Tensors.Tests.Kernels.Recurrent;

public sealed unsafe class SequenceKernelTests
{
    // Rows and units around the sizes of tiles and vectors.
    private static readonly (int Steps, int Rows, int Features, int Hidden)[] Shapes = [(3, 1, 2, 1), (4, 5, 3, 15), (3, 9, 1, 16), (4, 13, 5, 17), (2, 3, 0, 37), (3, 2, 7, 66)];

    [Fact]
    public void Run_Lstm_EveryInstructionSetGivesTheSameBits() => Same<LstmKernel>();

    [Fact]
    public void Run_Gru_EveryInstructionSetGivesTheSameBits() => Same<GruKernel>();

    [Fact]
    public void Run_Rnn_EveryInstructionSetGivesTheSameBits()
    {
        Same<RnnKernel<RnnTanh>>();
        Same<RnnKernel<RnnRelu>>();
    }

    private static void Same<TCell>()
        where TCell : unmanaged, IRecurrentCell
    {
        foreach ((int steps, int rows, int features, int hidden) in Shapes)
        {
            float[] first = Solve<TCell>(Isa.Scalar, steps, rows, features, hidden);

            Assert.All(SupportedIsas.All, isa => Assert.Equal(first, Solve<TCell>(isa, steps, rows, features, hidden)));
            Assert.Contains(first, value => value != 0);
        }
    }

    /// <summary>Forward and backward, lengths included: all results and all gradients of gates and states.</summary>
    private static float[] Solve<TCell>(Isa isa, int steps, int rows, int features, int hidden)
        where TCell : unmanaged, IRecurrentCell
    {
        Rng rng = new(5);
        int width = SequenceKernel.GatesWidth<TCell>(hidden), gates = TCell.Gates * hidden;
        Tensor x = Tensor.Randn(rng, steps, rows, features), input = Tensor.Randn(rng, gates, features), own = Tensor.Randn(rng, gates, hidden) * 0.3, bias = Tensor.Randn(rng, width);
        Tensor packedInput = Tensor.Zeros(Room(isa, features, gates)), packedOwn = Tensor.Zeros(Room(isa, hidden, gates)), packedBack = Tensor.Zeros(Room(isa, gates, hidden));
        SequenceKernel.Pack(isa, packedInput.Pointer<float>(), input.Pointer<float>(), 1, features, features, gates);
        SequenceKernel.Pack(isa, packedOwn.Pointer<float>(), own.Pointer<float>(), 1, hidden, hidden, gates);
        SequenceKernel.Pack(isa, packedBack.Pointer<float>(), own.Pointer<float>(), hidden, 1, gates, hidden);
        Tensor row = Tensor.Zeros(steps, rows, width), before = Tensor.Randn(rng, steps, rows, hidden), cell = Tensor.Randn(rng, steps, rows, hidden), output = Tensor.Zeros(steps, rows, hidden);
        Tensor lastHidden = Tensor.Zeros(rows, hidden), lastCell = Tensor.Zeros(rows, hidden), gradient = Tensor.Randn(rng, steps, rows, hidden);
        Tensor gradientHidden = Tensor.Randn(rng, rows, hidden), gradientCell = Tensor.Randn(rng, rows, hidden), gradientRow = Tensor.Zeros(steps, rows, width), gradientBias = Tensor.Zeros(rows, width);
        Tensor lengths = Tensor.From([.. Enumerable.Range(0, rows).Select(i => (long)(steps - (i % 2)))], rows);
        SequenceCall<float> call = new()
        {
            Steps = steps,
            Rows = rows,
            Features = features,
            Hidden = hidden,
            Reverse = true,
            Lengths = lengths.Pointer<long>(),
            X = x.Pointer<float>(),
            XTime = rows * features,
            XBatch = features,
            PackedInput = packedInput.Pointer<float>(),
            PackedHidden = packedOwn.Pointer<float>(),
            Bias = bias.Pointer<float>(),
            Gates = row.Pointer<float>(),
            GatesTime = rows * width,
            GatesBatch = width,
            GatesWidth = width,
            HiddenBefore = before.Pointer<float>(),
            CellBefore = cell.Pointer<float>(),
            StateTime = rows * hidden,
            StateBatch = hidden,
            LastHidden = lastHidden.Pointer<float>(),
            LastCell = lastCell.Pointer<float>(),
            Output = output.Pointer<float>(),
            OutputTime = rows * hidden,
            OutputBatch = hidden,
            GradientOutput = gradient.Pointer<float>(),
            GradientOutputTime = rows * hidden,
            GradientOutputBatch = hidden,
            GradientHidden = gradientHidden.Pointer<float>(),
            GradientCell = gradientCell.Pointer<float>(),
            GradientGates = gradientRow.Pointer<float>(),
            GradientBias = gradientBias.Pointer<float>(),
        };

        SequenceKernel.Run<float, TCell>(isa, call, false);
        call.PackedHidden = packedBack.Pointer<float>();
        SequenceKernel.Run<float, TCell>(isa, call, true);

        foreach (Tensor alive in (Tensor[])[x, packedInput, packedOwn, packedBack, bias, lengths, gradient])
        {
            GC.KeepAlive(alive);
        }

        // Behind the gates a row has room that nobody uses.
        int used = TCell.Blocks * hidden;
        Tensor[] all = [row.Narrow(2, 0, used), before, cell, output, lastHidden, lastCell, gradientRow.Narrow(2, 0, used), gradientBias.Narrow(1, 0, used), gradientHidden, gradientCell];
        return [.. all.SelectMany(tensor => tensor.ToArray<float>())];
    }

    private static int Room(Isa isa, int k, int n) => (int)SequenceKernel.PackedLength<float>(isa, k, n);
}
