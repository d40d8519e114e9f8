namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>Two vectors that are used as one of twice the width.</summary>
/// <typeparam name="V">The half.</typeparam>
internal readonly struct Pair<V>(V low, V high)
    where V : unmanaged
{
    internal readonly V Low = low;
    internal readonly V High = high;
}
