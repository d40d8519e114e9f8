using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>The plain recurrent cell of Elman: h′ = tanh(·) or max(0, ·). A row of gates holds h′.</summary>
internal readonly unsafe struct RnnKernel<TActivation> : IRecurrentCell
    where TActivation : IRnnActivation
{
    public static string Name => "RnnSequence";

    public static int Gates => 1;

    public static int Blocks => 1;

    public static int HiddenBlock => 0;

    public static bool HasCell => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        V hidden = TActivation.Forward<L, V>(CellLanes.Load<L, V>(row.Gates + j, count));
        CellLanes.Store<L, V>(hidden, row.Gates + j, count);
        CellLanes.Store<L, V>(hidden, row.Hidden + j, count);
        CellLanes.Store<L, V>(hidden, row.Output + j, count);
    }

    public static void Forward(in CellRow<double> row, nint j)
    {
        row.Gates[j] = row.Hidden[j] = row.Output[j] = TActivation.Forward(row.Gates[j]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        V hidden = L.Add(CellLanes.Load<L, V>(row.GradientOutput + j, count), CellLanes.Load<L, V>(row.GradientHidden + j, count));
        CellLanes.Store<L, V>(L.Create(0f), row.GradientHidden + j, count);
        CellLanes.StoreGate<L, V>(TActivation.Backward<L, V>(hidden, CellLanes.Load<L, V>(row.Gates + j, count)), row, j, count);
    }

    public static void Backward(in CellRow<double> row, nint j)
    {
        double hidden = row.GradientOutput[j] + row.GradientHidden[j];
        row.GradientHidden[j] = 0;
        CellLanes.StoreGate(TActivation.Backward(hidden, row.Gates[j]), row, j);
    }
}
