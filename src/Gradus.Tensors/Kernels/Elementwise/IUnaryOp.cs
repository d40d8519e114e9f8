using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>What an elementwise function of one number computes; <see cref="UnaryKernel"/> knows how.</summary>
internal interface IUnaryOp
{
    /// <summary>Whether <see cref="Invoke{L, V}"/> is there; float32 goes through double where not.</summary>
    static virtual bool HasLanes => true;

    double Invoke(double x);

    V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged;
}
