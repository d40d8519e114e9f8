using System.Numerics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>What an elementwise function of one number computes; <see cref="UnaryKernel"/> knows how.</summary>
internal interface IUnaryOp
{
    /// <summary>Whether <see cref="InvokeWide"/> is there; float64 goes one by one where not.</summary>
    static virtual bool HasWide => false;

    double Invoke(double x);

    V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged;

    /// <summary>The function on several float64 numbers, with the bits of <see cref="Invoke(double)"/>.</summary>
    Vector<double> InvokeWide(Vector<double> x) => throw new NotSupportedException();
}
