using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>A recurrent cell without its two products: how gates become states, and gradients of states those of gates. Said twice, on float32 lanes and in double.</summary>
internal interface IRecurrentCell
{
    /// <summary>The operator's name for messages.</summary>
    static abstract string Name { get; }

    /// <summary>The gates of the weights: 4 for LSTM, 3 for GRU, 1 for RNN.</summary>
    static abstract int Gates { get; }

    /// <summary>The blocks of a row of gates. GRU has one more than gates: its last gate needs what comes from the input and what comes from the hidden state apart.</summary>
    static abstract int Blocks { get; }

    /// <summary>How far the gates of the hidden state begin behind those of the input in a row: 0 where both are summed in the same place, else 1.</summary>
    static abstract int HiddenBlock { get; }

    /// <summary>Whether there is a cell state beside the hidden state.</summary>
    static abstract bool HasCell { get; }

    /// <summary>One step of a row behind the products: units <paramref name="j"/> up to <paramref name="j"/> + <paramref name="count"/>, at most one vector.</summary>
    static abstract void Forward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged;

    /// <summary>As the one on lanes, for one unit in double.</summary>
    static abstract void Forward(in CellRow<double> row, nint j);

    /// <summary>The gradient of one step of a row before the products: units <paramref name="j"/> up to <paramref name="j"/> + <paramref name="count"/>, at most one vector.</summary>
    static abstract void Backward<L, V>(in CellRow<float> row, nint j, nint count)
        where L : ILanes<V>
        where V : unmanaged;

    /// <summary>As the one on lanes, for one unit in double.</summary>
    static abstract void Backward(in CellRow<double> row, nint j);
}
