using Gradus.Tensors.Autograd;

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

    /// <summary>The backward pass that is under way on this thread.</summary>
    internal BackwardPass? Pass { get; set; }

    /// <summary>How anomalies are looked for on this thread; null when they are not.</summary>
    internal AnomalyWatch? Watch { get; set; }

    /// <summary>Set when an operator was not recorded although one of its inputs requires a gradient, since a <see cref="NoGrad"/> is open.</summary>
    internal bool Unrecorded { get; set; }

    /// <summary>Whether an operator with an input that requires a gradient must be recorded.</summary>
    internal bool Records
    {
        get
        {
            if (NoGradDepth == 0)
            {
                return true;
            }

            Unrecorded = true;
            return false;
        }
    }

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
