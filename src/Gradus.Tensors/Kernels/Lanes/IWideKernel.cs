namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>A kernel over independent items (rows, planes, strips of columns), written once for lanes of which there are 16 on every instruction set.</summary>
internal interface IWideKernel
{
    /// <summary>Works off the items from <paramref name="first"/> on.</summary>
    /// <typeparam name="L">16 lanes.</typeparam>
    /// <typeparam name="V">Their vector.</typeparam>
    void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged;
}
