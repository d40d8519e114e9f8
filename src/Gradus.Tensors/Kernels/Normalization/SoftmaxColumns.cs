using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Softmax along the middle of an array of outer · length · inner numbers, forward or backward, without a transposed copy: a lane is a column, an item a strip of 16 columns.</summary>
internal unsafe struct SoftmaxColumns : IWideKernel
{
    internal float* X;
    internal float* Y;

    /// <summary>Null in the forward direction.</summary>
    internal float* GradientY;
    internal float* GradientX;
    internal nint Length;
    internal nint Inner;
    internal bool Logarithm;

    /// <summary>Strips of columns side by side.</summary>
    internal readonly nint Strips => (Inner + WideLanes.Count - 1) / WideLanes.Count;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint strips = Strips;
        for (nint i = first; i < first + count; i++)
        {
            nint column = i % strips * WideLanes.Count, at = (i / strips * Length * Inner) + column, width = Math.Min(WideLanes.Count, Inner - column);
            if (GradientY is null)
            {
                Forward<L, V>(at, width);
            }
            else
            {
                Backward<L, V>(at, width);
            }
        }
    }

    private static V Load<L, V>(float* from, nint width)
        where L : ILanes<V>
        where V : unmanaged => width == WideLanes.Count ? L.Load(from) : L.LoadPartial(from, width);

    private static void Store<L, V>(V value, float* to, nint width)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (width == WideLanes.Count)
        {
            L.Store(value, to);
        }
        else
        {
            L.StorePartial(value, to, width);
        }
    }

    private readonly void Forward<L, V>(nint at, nint width)
        where L : ILanes<V>
        where V : unmanaged
    {
        V top = L.Create(float.NegativeInfinity), sum = L.Create(0f);
        nint end = at + (Length * Inner);
        for (nint j = at; j < end; j += Inner)
        {
            top = L.Max(Load<L, V>(X + j, width), top);
        }

        for (nint j = at; j < end; j += Inner)
        {
            V e = Transcendental.Exp<L, V>(L.Subtract(Load<L, V>(X + j, width), top));
            sum = L.Add(sum, e);
            if (!Logarithm)
            {
                Store<L, V>(e, Y + j, width);
            }
        }

        V last = Logarithm ? Transcendental.Log<L, V>(sum) : L.Divide(L.Create(1f), sum);
        for (nint j = at; j < end; j += Inner)
        {
            V y = Logarithm ? L.Subtract(L.Subtract(Load<L, V>(X + j, width), top), last) : L.Multiply(Load<L, V>(Y + j, width), last);
            Store<L, V>(y, Y + j, width);
        }
    }

    private readonly void Backward<L, V>(nint at, nint width)
        where L : ILanes<V>
        where V : unmanaged
    {
        V sum = L.Create(0f);
        nint end = at + (Length * Inner);
        for (nint j = at; j < end; j += Inner)
        {
            V g = Load<L, V>(GradientY + j, width);
            sum = Logarithm ? L.Add(sum, g) : L.Fma(g, Load<L, V>(Y + j, width), sum);
        }

        for (nint j = at; j < end; j += Inner)
        {
            V g = Load<L, V>(GradientY + j, width), y = Load<L, V>(Y + j, width);
            V gx = Logarithm ? L.Subtract(g, L.Multiply(Transcendental.Exp<L, V>(y), sum)) : L.Multiply(y, L.Subtract(g, sum));
            Store<L, V>(gx, GradientX + j, width);
        }
    }
}
