using System.Numerics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>What an elementwise function of two numbers computes; <see cref="BinaryKernel"/> knows how.</summary>
internal interface IBinaryOp
{
    /// <summary>Whether <see cref="InvokeWide"/> is there; float64 goes one by one where not.</summary>
    static virtual bool HasWide => false;

    double Invoke(double x, double y);

    V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged;

    /// <summary>The function on several pairs of float64 numbers, with the bits of <see cref="Invoke(double, double)"/>.</summary>
    Vector<double> InvokeWide(Vector<double> x, Vector<double> y) => throw new NotSupportedException();
}
