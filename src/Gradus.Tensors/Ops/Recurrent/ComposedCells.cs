namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>Long short-term memory.</summary>
internal readonly struct ComposedLstm : IComposedCell
{
    public static Tensor[] Gates(Tensor fromInput, Tensor fromHidden)
    {
        Tensor[] gates = Composed.Split(fromInput + fromHidden, 4);
        return [gates[0].Sigmoid(), gates[1].Sigmoid(), gates[2].Tanh(), gates[3].Sigmoid()];
    }

    public static (Tensor Hidden, Tensor? Cell) Forward(Tensor[] gates, Tensor hidden, Tensor? cell)
    {
        Tensor after = (gates[1] * cell!) + (gates[0] * gates[2]);
        return (gates[3] * after.Tanh(), after);
    }

    public static (Tensor FromInput, Tensor FromHidden, Tensor Hidden, Tensor? Cell) Backward(Tensor[] gates, Tensor hidden, Tensor? cell, Tensor gradientHidden, Tensor? gradientCell)
    {
        Tensor i = gates[0], f = gates[1], g = gates[2], o = gates[3];
        Tensor bent = ((f * cell!) + (i * g)).Tanh();
        Tensor inner = gradientCell! + (gradientHidden * o * (1 - bent.Square()));
        Tensor all = Tensor.Cat([inner * g * i * (1 - i), inner * cell! * f * (1 - f), inner * i * (1 - g.Square()), gradientHidden * bent * o * (1 - o)], 1);
        return (all, all, Tensor.ZerosLike(hidden), inner * f);
    }
}

/// <summary>Gated recurrent unit.</summary>
internal readonly struct ComposedGru : IComposedCell
{
    public static Tensor[] Gates(Tensor fromInput, Tensor fromHidden)
    {
        Tensor[] input = Composed.Split(fromInput, 3), own = Composed.Split(fromHidden, 3);
        Tensor r = (input[0] + own[0]).Sigmoid(), z = (input[1] + own[1]).Sigmoid();
        return [r, z, (input[2] + (r * own[2])).Tanh(), own[2]];
    }

    public static (Tensor Hidden, Tensor? Cell) Forward(Tensor[] gates, Tensor hidden, Tensor? cell) => (gates[2] + (gates[1] * (hidden - gates[2])), null);

    public static (Tensor FromInput, Tensor FromHidden, Tensor Hidden, Tensor? Cell) Backward(Tensor[] gates, Tensor hidden, Tensor? cell, Tensor gradientHidden, Tensor? gradientCell)
    {
        Tensor r = gates[0], z = gates[1], n = gates[2];
        Tensor inner = gradientHidden * (1 - z) * (1 - n.Square());
        Tensor reset = inner * gates[3] * r * (1 - r), update = gradientHidden * (hidden - n) * z * (1 - z);
        return (Tensor.Cat([reset, update, inner], 1), Tensor.Cat([reset, update, inner * r], 1), gradientHidden * z, null);
    }
}

/// <summary>Elman's cell with tanh.</summary>
internal readonly struct ComposedRnnTanh : IComposedCell
{
    public static Tensor[] Gates(Tensor fromInput, Tensor fromHidden) => [(fromInput + fromHidden).Tanh()];

    public static (Tensor Hidden, Tensor? Cell) Forward(Tensor[] gates, Tensor hidden, Tensor? cell) => (gates[0], null);

    public static (Tensor FromInput, Tensor FromHidden, Tensor Hidden, Tensor? Cell) Backward(Tensor[] gates, Tensor hidden, Tensor? cell, Tensor gradientHidden, Tensor? gradientCell)
    {
        Tensor inner = gradientHidden * (1 - gates[0].Square());
        return (inner, inner, Tensor.ZerosLike(hidden), null);
    }
}

/// <summary>Elman's cell with max(0, ·).</summary>
internal readonly struct ComposedRnnRelu : IComposedCell
{
    public static Tensor[] Gates(Tensor fromInput, Tensor fromHidden) => [(fromInput + fromHidden).Relu()];

    public static (Tensor Hidden, Tensor? Cell) Forward(Tensor[] gates, Tensor hidden, Tensor? cell) => (gates[0], null);

    public static (Tensor FromInput, Tensor FromHidden, Tensor Hidden, Tensor? Cell) Backward(Tensor[] gates, Tensor hidden, Tensor? cell, Tensor gradientHidden, Tensor? gradientCell)
    {
        Tensor inner = gradientHidden.MaskedFill(gates[0].Detach().LessEqual(0), 0);
        return (inner, inner, Tensor.ZerosLike(hidden), null);
    }
}
