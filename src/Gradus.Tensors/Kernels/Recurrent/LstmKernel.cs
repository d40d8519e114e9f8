using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>
/// Long short-term memory: i, f, o = σ(·), g = tanh(·); c′ = f c + i g; h′ = o tanh(c′). A row of gates holds i, f, g, o. The new cell state is not kept for the gradient: i, f, g and c give it again,
/// by the same operations to the same bits.
/// </summary>
internal readonly unsafe struct LstmKernel : IRecurrentCell
{
    public static string Name => "LstmSequence";

    public static int Gates => 4;

    public static int Blocks => 4;

    public static int HiddenBlock => 0;

    public static bool HasCell => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint n = row.Length;
        float* gates = row.Gates + j;
        V i = Transcendental.Sigmoid<L, V>(CellLanes.Load<L, V>(gates, count));
        CellLanes.Store<L, V>(i, gates, count);
        V g = Transcendental.Tanh<L, V>(CellLanes.Load<L, V>(gates + (2 * n), count));
        CellLanes.Store<L, V>(g, gates + (2 * n), count);
        V f = Transcendental.Sigmoid<L, V>(CellLanes.Load<L, V>(gates + n, count));
        CellLanes.Store<L, V>(f, gates + n, count);
        V cell = NewCell<L, V>(i, f, g, CellLanes.Load<L, V>(row.CellBefore + j, count));
        CellLanes.Store<L, V>(cell, row.Cell + j, count);
        V o = Transcendental.Sigmoid<L, V>(CellLanes.Load<L, V>(gates + (3 * n), count));
        CellLanes.Store<L, V>(o, gates + (3 * n), count);
        V hidden = L.Multiply(o, Transcendental.Tanh<L, V>(cell));
        CellLanes.Store<L, V>(hidden, row.Hidden + j, count);
        CellLanes.Store<L, V>(hidden, row.Output + j, count);
    }

    public static void Forward(in CellRow<double> row, nint j)
    {
        nint n = row.Length;
        double* gates = row.Gates + j;
        double i = CellLanes.Sigmoid(gates[0]), f = CellLanes.Sigmoid(gates[n]), g = Math.Tanh(gates[2 * n]), o = CellLanes.Sigmoid(gates[3 * n]);
        double cell = (f * row.CellBefore[j]) + (i * g);
        (gates[0], gates[n], gates[2 * n], gates[3 * n]) = (i, f, g, o);
        row.Cell[j] = cell;
        row.Hidden[j] = row.Output[j] = o * Math.Tanh(cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint n = row.Length;
        float* gates = row.Gates + j;
        V i = CellLanes.Load<L, V>(gates, count), f = CellLanes.Load<L, V>(gates + n, count), g = CellLanes.Load<L, V>(gates + (2 * n), count), o = CellLanes.Load<L, V>(gates + (3 * n), count);
        V before = CellLanes.Load<L, V>(row.CellBefore + j, count);
        V bent = Transcendental.Tanh<L, V>(NewCell<L, V>(i, f, g, before));
        V hidden = L.Add(CellLanes.Load<L, V>(row.GradientOutput + j, count), CellLanes.Load<L, V>(row.GradientHidden + j, count));
        V cell = L.Add(CellLanes.Load<L, V>(row.GradientCell + j, count), CellLanes.TanhGradient<L, V>(L.Multiply(hidden, o), bent));
        CellLanes.Store<L, V>(L.Create(0f), row.GradientHidden + j, count);
        CellLanes.Store<L, V>(L.Multiply(cell, f), row.GradientCell + j, count);
        CellLanes.StoreGate<L, V>(CellLanes.SigmoidGradient<L, V>(L.Multiply(cell, g), i), row, j, count);
        CellLanes.StoreGate<L, V>(CellLanes.SigmoidGradient<L, V>(L.Multiply(cell, before), f), row, n + j, count);
        CellLanes.StoreGate<L, V>(CellLanes.TanhGradient<L, V>(L.Multiply(cell, i), g), row, (2 * n) + j, count);
        CellLanes.StoreGate<L, V>(CellLanes.SigmoidGradient<L, V>(L.Multiply(hidden, bent), o), row, (3 * n) + j, count);
    }

    public static void Backward(in CellRow<double> row, nint j)
    {
        nint n = row.Length;
        double i = row.Gates[j], f = row.Gates[n + j], g = row.Gates[(2 * n) + j], o = row.Gates[(3 * n) + j], before = row.CellBefore[j];
        double bent = Math.Tanh((f * before) + (i * g));
        double hidden = row.GradientOutput[j] + row.GradientHidden[j];
        double cell = row.GradientCell[j] + (hidden * o * (1 - (bent * bent)));
        row.GradientHidden[j] = 0;
        row.GradientCell[j] = cell * f;
        CellLanes.StoreGate(cell * g * i * (1 - i), row, j);
        CellLanes.StoreGate(cell * before * f * (1 - f), row, n + j);
        CellLanes.StoreGate(cell * i * (1 - (g * g)), row, (2 * n) + j);
        CellLanes.StoreGate(hidden * bent * o * (1 - o), row, (3 * n) + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NewCell<L, V>(V i, V f, V g, V before)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(f, before, L.Multiply(i, g));
}
