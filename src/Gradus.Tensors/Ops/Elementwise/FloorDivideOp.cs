using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct FloorDivideOp : IBinaryOp
{
    public double Invoke(double x, double y) => Division.Floor(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => Division.Floor<L, V>(x, y);
}
