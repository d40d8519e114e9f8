using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>What an elementwise function of two numbers computes; <see cref="BinaryKernel"/> knows how.</summary>
internal interface IBinaryOp
{
    /// <summary>Whether <see cref="Invoke{L, V}"/> is there; float32 goes through double where not.</summary>
    static virtual bool HasLanes => true;

    double Invoke(double x, double y);

    V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged;
}
