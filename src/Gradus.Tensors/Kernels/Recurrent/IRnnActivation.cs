using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>The function of a plain recurrent cell, and its derivative by the function's value.</summary>
internal interface IRnnActivation
{
    static abstract V Forward<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged;

    static abstract double Forward(double x);

    static abstract V Backward<L, V>(V gradient, V y)
        where L : ILanes<V>
        where V : unmanaged;

    static abstract double Backward(double gradient, double y);
}
