using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Losses;

/// <summary>(x − y)².</summary>
internal readonly struct SquaredError : IPairLoss
{
    public V Loss<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged
    {
        V apart = L.Subtract(x, target);
        return L.Multiply(apart, apart);
    }

    public V Slope<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged
    {
        V apart = L.Subtract(x, target);
        return L.Add(apart, apart);
    }
}

/// <summary>|x − y|, with slope 0 where both are equal.</summary>
internal readonly struct AbsoluteError : IPairLoss
{
    public V Loss<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged => L.Abs(L.Subtract(x, target));

    public V Slope<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged
    {
        V apart = L.Subtract(x, target), zero = L.Create(0f);
        return L.Select(L.Less(zero, apart), L.Create(1f), L.Select(L.Less(apart, zero), L.Create(-1f), L.Subtract(apart, apart)));
    }
}

/// <summary>height · (d² / 2 for |d| below 1, else |d| − ½) with d = (x − y) / width: Huber's loss for height δ² and width δ, the smooth absolute error for β and β.</summary>
internal readonly struct RoundedError(float width, float height) : IPairLoss
{
    public V Loss<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Abs(L.Divide(L.Subtract(x, target), L.Create(width))), one = L.Create(1f), half = L.Create(0.5f);
        V inner = L.Multiply(half, L.Multiply(size, size));
        return L.Multiply(L.Create(height), L.Select(L.Less(size, one), inner, L.Subtract(size, half)));
    }

    public V Slope<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged
    {
        V d = L.Divide(L.Subtract(x, target), L.Create(width));
        return L.Multiply(L.Create(height / width), L.Max(L.Create(-1f), L.Min(L.Create(1f), d)));
    }
}

/// <summary>(1 − y) x + (1 + (w₊ − 1) y) softplus(−x): binary cross-entropy of a score.</summary>
internal readonly struct LogitError(float positive) : IPairLoss
{
    public V Loss<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(Slant<L, V>(target), Transcendental.Softplus<L, V>(L.Subtract(L.Create(0f), x)), L.Multiply(L.Subtract(L.Create(1f), target), x));

    public V Slope<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged
    {
        V other = Transcendental.Sigmoid<L, V>(L.Subtract(L.Create(0f), x));
        return L.Subtract(L.Subtract(L.Create(1f), target), L.Multiply(Slant<L, V>(target), other));
    }

    private V Slant<L, V>(V target)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(L.Create(positive - 1), target, L.Create(1f));
}
