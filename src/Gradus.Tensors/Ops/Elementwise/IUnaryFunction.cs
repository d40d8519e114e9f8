using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>An elementwise function of one number with its gradient, which is said three times: in double and on lanes for one pass over memory, and on tensors, where the gradient must have a gradient.</summary>
internal interface IUnaryFunction : IUnaryOp
{
    /// <summary>The operator's name for messages.</summary>
    static abstract string Name { get; }

    /// <summary>Whether the gradient is a function of the result; else of the argument.</summary>
    static virtual bool SavesResult => false;

    /// <summary>g f′(x), from the argument or the result as <see cref="SavesResult"/> says.</summary>
    double Gradient(double g, double saved);

    V Gradient<L, V>(V g, V saved)
        where L : ILanes<V>
        where V : unmanaged;

    Tensor Gradient(Tensor g, Tensor saved);
}
