namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>Takes some rows of the batch through all steps: the products for all of them, then the cell for each.</summary>
internal static unsafe class SequenceSteps<T, TArithmetic, TCell>
    where T : unmanaged
    where TArithmetic : unmanaged, IRecurrentArithmetic<T>
    where TCell : unmanaged, IRecurrentCell
{
    internal static void Forward(void* state, int part)
    {
        SequenceCall<T> call = *(SequenceCall<T>*)state;
        int first = part * call.Share, end = Math.Min(call.Rows, first + call.Share);
        for (int step = 0; step < call.Steps; step++)
        {
            int time = call.Time(step);
            ForwardProducts(call, time, first, end - first);
            bool last = step == call.Steps - 1;
            nint place = time * call.StateTime, next = last ? 0 : call.Time(step + 1) * call.StateTime;
            for (int i = first; i < end; i++)
            {
                CellRow<T> row = new()
                {
                    Length = call.Hidden,
                    Gates = call.Gates + (time * call.GatesTime) + (i * call.GatesBatch),
                    HiddenBefore = call.HiddenBefore + place + (i * call.StateBatch),
                    Hidden = last ? call.LastHidden + (i * call.Hidden) : call.HiddenBefore + next + (i * call.StateBatch),
                    Output = call.Output + (time * call.OutputTime) + (i * call.OutputBatch),
                };
                if (TCell.HasCell)
                {
                    row.CellBefore = call.CellBefore + place + (i * call.StateBatch);
                    row.Cell = last ? call.LastCell + (i * call.Hidden) : call.CellBefore + next + (i * call.StateBatch);
                }

                if (call.IsPast(time, i))
                {
                    Stand(row);
                }
                else
                {
                    TArithmetic.Forward<TCell>(row);
                }
            }
        }
    }

    internal static void Backward(void* state, int part)
    {
        SequenceCall<T> call = *(SequenceCall<T>*)state;
        int first = part * call.Share, end = Math.Min(call.Rows, first + call.Share);
        for (int step = call.Steps - 1; step >= 0; step--)
        {
            int time = call.Time(step);
            T* gradientGates = call.GradientGates + (time * call.GatesTime);
            for (int i = first; i < end; i++)
            {
                CellRow<T> row = new()
                {
                    Length = call.Hidden,
                    Gates = call.Gates + (time * call.GatesTime) + (i * call.GatesBatch),
                    HiddenBefore = call.HiddenBefore + (time * call.StateTime) + (i * call.StateBatch),
                    CellBefore = TCell.HasCell ? call.CellBefore + (time * call.StateTime) + (i * call.StateBatch) : null,
                    GradientOutput = call.GradientOutput + (time * call.GradientOutputTime) + (i * call.GradientOutputBatch),
                    GradientHidden = call.GradientHidden + (i * call.Hidden),
                    GradientCell = TCell.HasCell ? call.GradientCell + (i * call.Hidden) : null,
                    GradientGates = gradientGates + (i * call.GatesBatch),
                    GradientBias = call.GradientBias is null ? null : call.GradientBias + (i * call.GatesWidth),
                };
                if (call.IsPast(time, i))
                {
                    // Nothing flows through the gates, and the states' gradients go on as they came.
                    Row(row.GradientGates, TCell.Blocks * call.Hidden).Clear();
                }
                else
                {
                    TArithmetic.Backward<TCell>(row);
                }
            }

            T* hidden = call.GradientHidden + (first * call.Hidden);
            TArithmetic.Multiply(
                call.Shape, gradientGates + (first * call.GatesBatch) + (TCell.HiddenBlock * call.Hidden), call.GatesBatch, call.PackedHidden, TCell.Gates * call.Hidden, call.Hidden,
                hidden, call.Hidden, hidden, call.Hidden, end - first);
        }
    }

    /// <summary>The gates of a step before their functions: from the input, then from the hidden state.</summary>
    private static void ForwardProducts(in SequenceCall<T> call, int time, int first, int rows)
    {
        nint columns = TCell.Gates * call.Hidden;
        T* gates = call.Gates + (time * call.GatesTime) + (first * call.GatesBatch);
        if (call.PackedInput is not null)
        {
            TArithmetic.Multiply(call.Shape, call.X + (time * call.XTime) + (first * call.XBatch), call.XBatch, call.PackedInput, call.Features, columns, call.Bias, 0, gates, call.GatesBatch, rows);
        }

        // Where the hidden state has gates of its own, they begin with their bias.
        nint own = TCell.HiddenBlock * call.Hidden;
        for (int i = 0; i < rows && own > 0; i++)
        {
            Row(call.Bias + columns, own).CopyTo(Row(gates + (i * call.GatesBatch) + columns, own));
        }

        T* hidden = call.HiddenBefore + (time * call.StateTime) + (first * call.StateBatch);
        TArithmetic.Multiply(call.Shape, hidden, call.StateBatch, call.PackedHidden, call.Hidden, columns, gates + own, call.GatesBatch, gates + own, call.GatesBatch, rows);
    }

    /// <summary>A row beyond its end: its state stands still, its result is 0.</summary>
    private static void Stand(in CellRow<T> row)
    {
        Row(row.HiddenBefore, row.Length).CopyTo(Row(row.Hidden, row.Length));
        if (TCell.HasCell)
        {
            Row(row.CellBefore, row.Length).CopyTo(Row(row.Cell, row.Length));
        }

        Row(row.Output, row.Length).Clear();
    }

    private static Span<T> Row(T* first, nint length) => new(first, (int)length);
}
