using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>
/// Gated recurrent unit: r, z = σ(·), n = tanh(x part + r · h part), h′ = n + z (h − n). A row of gates holds n, r, z and the h part of n: the first three are the input's gates,
/// the last three the hidden state's, so that either product writes one piece.
/// </summary>
internal readonly unsafe struct GruKernel : IRecurrentCell
{
    public static string Name => "GruSequence";

    public static int Gates => 3;

    public static int Blocks => 4;

    public static int HiddenBlock => 1;

    public static bool HasCell => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint length = row.Length;
        float* gates = row.Gates + j;
        V r = Transcendental.Sigmoid<L, V>(CellLanes.Load<L, V>(gates + length, count));
        CellLanes.Store<L, V>(r, gates + length, count);
        V n = Transcendental.Tanh<L, V>(L.Fma(r, CellLanes.Load<L, V>(gates + (3 * length), count), CellLanes.Load<L, V>(gates, count)));
        CellLanes.Store<L, V>(n, gates, count);
        V z = Transcendental.Sigmoid<L, V>(CellLanes.Load<L, V>(gates + (2 * length), count));
        CellLanes.Store<L, V>(z, gates + (2 * length), count);
        V hidden = L.Fma(z, L.Subtract(CellLanes.Load<L, V>(row.HiddenBefore + j, count), n), n);
        CellLanes.Store<L, V>(hidden, row.Hidden + j, count);
        CellLanes.Store<L, V>(hidden, row.Output + j, count);
    }

    public static void Forward(in CellRow<double> row, nint j)
    {
        nint length = row.Length;
        double* gates = row.Gates + j;
        double r = CellLanes.Sigmoid(gates[length]), z = CellLanes.Sigmoid(gates[2 * length]), n = Math.Tanh(gates[0] + (r * gates[3 * length]));
        (gates[0], gates[length], gates[2 * length]) = (n, r, z);
        row.Hidden[j] = row.Output[j] = n + (z * (row.HiddenBefore[j] - n));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint length = row.Length;
        float* gates = row.Gates + j;
        V n = CellLanes.Load<L, V>(gates, count), r = CellLanes.Load<L, V>(gates + length, count), z = CellLanes.Load<L, V>(gates + (2 * length), count), part = CellLanes.Load<L, V>(gates + (3 * length), count);
        V hidden = L.Add(CellLanes.Load<L, V>(row.GradientOutput + j, count), CellLanes.Load<L, V>(row.GradientHidden + j, count));
        V gradient = CellLanes.TanhGradient<L, V>(L.Multiply(hidden, L.Subtract(L.Create(1f), z)), n);
        V difference = L.Subtract(CellLanes.Load<L, V>(row.HiddenBefore + j, count), n);
        CellLanes.Store<L, V>(L.Multiply(hidden, z), row.GradientHidden + j, count);
        CellLanes.StoreGate<L, V>(gradient, row, j, count);
        CellLanes.StoreGate<L, V>(CellLanes.SigmoidGradient<L, V>(L.Multiply(gradient, part), r), row, length + j, count);
        CellLanes.StoreGate<L, V>(CellLanes.SigmoidGradient<L, V>(L.Multiply(hidden, difference), z), row, (2 * length) + j, count);
        CellLanes.StoreGate<L, V>(L.Multiply(gradient, r), row, (3 * length) + j, count);
    }

    public static void Backward(in CellRow<double> row, nint j)
    {
        nint length = row.Length;
        double n = row.Gates[j], r = row.Gates[length + j], z = row.Gates[(2 * length) + j], part = row.Gates[(3 * length) + j];
        double hidden = row.GradientOutput[j] + row.GradientHidden[j];
        double gradient = hidden * (1 - z) * (1 - (n * n));
        row.GradientHidden[j] = hidden * z;
        CellLanes.StoreGate(gradient, row, j);
        CellLanes.StoreGate(gradient * part * r * (1 - r), row, length + j);
        CellLanes.StoreGate(hidden * (row.HiddenBefore[j] - n) * z * (1 - z), row, (2 * length) + j);
        CellLanes.StoreGate(gradient * r, row, (3 * length) + j);
    }
}
