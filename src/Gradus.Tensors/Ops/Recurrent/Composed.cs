namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>The gradient of a recurrent sequence by differentiable operators, step by step: slower than the kernels, but it has a gradient itself.</summary>
internal static class Composed
{
    /// <summary>Equal pieces of the last dimension of a matrix.</summary>
    internal static Tensor[] Split(Tensor x, int pieces)
    {
        int length = x.Sizes[1] / pieces;
        return [.. Enumerable.Range(0, pieces).Select(i => x.Narrow(1, i * length, length))];
    }

    /// <summary>The gradients of the seven inputs; null where there is no such input.</summary>
    /// <param name="arguments">The inputs, with their history.</param>
    /// <param name="gradients">The gradients of output, last hidden state and last cell state; null means 0.</param>
    internal static Tensor?[] Gradients<TCell>(RecurrentArguments arguments, Tensor?[] gradients)
        where TCell : IComposedCell
    {
        int axis = arguments.BatchFirst ? 1 : 0;
        Tensor zero = Tensor.Full(0, arguments.DType, arguments.Rows, arguments.Hidden);
        Step[] steps = Forward<TCell>(arguments, zero);
        Tensor hidden = gradients[1] ?? zero;
        Tensor? cell = arguments.HasCell ? gradients[2] ?? zero : null;
        for (int i = steps.Length - 1; i >= 0; i--)
        {
            Step step = steps[i];
            Tensor above = gradients[0] is { } output ? hidden + output.Select(axis, step.Time) : hidden;
            (Tensor fromInput, Tensor fromHidden, Tensor direct, Tensor? inner) = TCell.Backward(step.Gates, step.Hidden, step.Cell, above, cell);
            step.FromInput = Among(step.Past, null, fromInput);
            step.FromHidden = Among(step.Past, null, fromHidden);
            hidden = Among(step.Past, hidden, direct + fromHidden.MatMul(arguments.WeightHidden));
            cell = inner is null ? null : Among(step.Past, cell, inner);
        }

        Tensor?[] result = new Tensor?[7];
        result[5] = hidden;
        result[6] = cell;
        Parameters(arguments, steps, axis, result);
        return result;
    }

    private static Step[] Forward<TCell>(RecurrentArguments arguments, Tensor zero)
        where TCell : IComposedCell
    {
        int axis = arguments.BatchFirst ? 1 : 0;
        Tensor weight = arguments.WeightHidden.T(), fromInput = arguments.Cleaned().MatMul(arguments.WeightInput.T());
        fromInput = arguments.BiasInput is { } bias ? fromInput + bias : fromInput;
        Tensor hidden = arguments.InitialHidden ?? zero;
        Tensor? cell = arguments.HasCell ? arguments.InitialCell ?? zero : null;
        Step[] steps = new Step[arguments.Steps];
        for (int i = 0; i < steps.Length; i++)
        {
            int time = arguments.Reverse ? steps.Length - 1 - i : i;
            Tensor fromHidden = hidden.MatMul(weight);
            fromHidden = arguments.BiasHidden is { } own ? fromHidden + own : fromHidden;
            Tensor[] gates = TCell.Gates(fromInput.Select(axis, time), fromHidden);
            Step step = new() { Time = time, Past = arguments.Lengths?.LessEqual(time).Unsqueeze(1), Gates = gates, Hidden = hidden, Cell = cell };
            (Tensor after, Tensor? inner) = TCell.Forward(gates, hidden, cell);
            hidden = Among(step.Past, hidden, after);
            cell = inner is null ? null : Among(step.Past, cell, inner);
            steps[i] = step;
        }

        return steps;
    }

    private static void Parameters(RecurrentArguments arguments, Step[] steps, int axis, Tensor?[] result)
    {
        Step[] ordered = [.. steps.OrderBy(step => step.Time)];
        if (ordered.Length == 0)
        {
            for (int i = 0; i < 5; i++)
            {
                result[i] = arguments.Tensors[i] is { } input ? Tensor.ZerosLike(input) : null;
            }

            return;
        }

        Tensor fromInput = Tensor.Stack([.. ordered.Select(step => step.FromInput!)], axis), fromHidden = Tensor.Stack([.. ordered.Select(step => step.FromHidden!)], axis);
        Tensor before = Tensor.Stack([.. ordered.Select(step => step.Hidden)], axis);
        result[0] = fromInput.MatMul(arguments.WeightInput);
        Tensor flatInput = fromInput.Flatten(0, 1), flatHidden = fromHidden.Flatten(0, 1);
        result[1] = flatInput.T().MatMul(arguments.Cleaned().Flatten(0, 1));
        result[2] = flatHidden.T().MatMul(before.Flatten(0, 1));
        result[3] = arguments.BiasInput is null ? null : flatInput.Sum(0);
        result[4] = arguments.BiasHidden is null ? null : flatHidden.Sum(0);
    }

    /// <summary>The one tensor where rows are past their end, 0 where that is null, and the other elsewhere.</summary>
    private static Tensor Among(Tensor? past, Tensor? there, Tensor elsewhere) =>
        past is null ? elsewhere : there is null ? elsewhere.MaskedFill(past, 0) : Tensor.Where(past, there, elsewhere);

    /// <summary>What a step leaves.</summary>
    private sealed class Step
    {
        internal int Time { get; init; }

        internal Tensor? Past { get; init; }

        internal required Tensor[] Gates { get; init; }

        internal required Tensor Hidden { get; init; }

        internal Tensor? Cell { get; init; }

        internal Tensor? FromInput { get; set; }

        internal Tensor? FromHidden { get; set; }
    }
}
