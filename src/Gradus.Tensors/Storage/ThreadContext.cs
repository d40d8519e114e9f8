namespace Gradus.Tensors.Storage;

/// <summary>What the engine keeps for each thread: free blocks, the open scope, and whether gradients are recorded.</summary>
internal sealed class ThreadContext
{
    private const int KeptPerClass = 32;
    private const long LargestKept = 4L << 20;

    [ThreadStatic]
    private static ThreadContext? _current;

    private readonly Block?[][] _free = new Block?[BlockPool.Classes][];
    private readonly int[] _counts = new int[BlockPool.Classes];
    private Block[] _scopeList = [];

    internal static ThreadContext Current => _current ?? Create();

    internal TensorScope? Scope { get; set; }

    /// <summary>How many <see cref="NoGrad"/> are open.</summary>
    internal int NoGradDepth { get; set; }

    /// <summary>Whether a backward pass is under way that writes to leaves, without recording.</summary>
    internal bool WritesLeaves { get; set; }

    internal Block? TryTake(int sizeClass)
    {
        int count = _counts[sizeClass];
        if (count == 0)
        {
            return null;
        }

        _counts[sizeClass] = count - 1;
        Block?[] free = _free[sizeClass];
        Block? block = free[count - 1];
        free[count - 1] = null;
        return block;
    }

    internal bool TryKeep(Block block)
    {
        int sizeClass = block.SizeClass;
        int count = _counts[sizeClass];
        if (count == KeptPerClass || BlockPool.BytesOf(sizeClass) > LargestKept)
        {
            return false;
        }

        (_free[sizeClass] ??= new Block?[KeptPerClass])[count] = block;
        _counts[sizeClass] = count + 1;
        return true;
    }

    /// <summary>A list for a scope, from the one before where there is one.</summary>
    internal Block[] TakeScopeList()
    {
        Block[] list = _scopeList;
        _scopeList = [];
        return list;
    }

    internal void GiveScopeList(Block[] list)
    {
        if (list.Length > _scopeList.Length)
        {
            _scopeList = list;
        }
    }

    private static ThreadContext Create() => _current = new ThreadContext();
}
