using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Storage;

/// <summary>What the engine keeps for each thread: free blocks, the open scope, and whether gradients are recorded.</summary>
internal sealed class ThreadContext
{
    private const int LeastPerClass = 8;
    private const int MostPerClass = 512;
    private const long MostBytesPerClass = 8L << 20;
    private const long LargestKept = 4L << 20;
    private const long MostKept = 64L << 20;

    private static readonly Lock Registry = new();
    private static readonly List<WeakReference<ThreadContext>> All = [];

    [ThreadStatic]
    private static ThreadContext? _current;

    private readonly Block?[][] _free = new Block?[BlockPool.Classes][];
    private readonly int[] _counts = new int[BlockPool.Classes];
    private Block[] _scopeList = [];
    private long _bytesKept;
    private int _trims = BlockPool.Trims;

    internal static ThreadContext Current => _current ?? Create();

    internal TensorScope? Scope { get; set; }

    /// <summary>The shapes that this thread made last.</summary>
    internal ShapeTable Shapes { get; } = new();

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

    /// <summary>Bytes of the free blocks of all threads.</summary>
    internal static long BytesKeptByAll()
    {
        lock (Registry)
        {
            long sum = 0;
            foreach (WeakReference<ThreadContext> entry in All)
            {
                sum += entry.TryGetTarget(out ThreadContext? context) ? Volatile.Read(ref context._bytesKept) : 0;
            }

            return sum;
        }
    }

    /// <summary>Hands the free blocks of this thread to the shared place.</summary>
    internal void ReleaseKept()
    {
        _trims = BlockPool.Trims;
        for (int sizeClass = 0; sizeClass < _counts.Length; sizeClass++)
        {
            while (TryTake(sizeClass) is { } block)
            {
                BlockPool.ReturnShared(block);
            }
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
        _bytesKept -= BlockPool.BytesOf(sizeClass);
        return block;
    }

    internal bool TryKeep(Block block)
    {
        if (_trims != BlockPool.Trims)
        {
            ReleaseKept();
        }

        int sizeClass = block.SizeClass;
        int count = _counts[sizeClass];
        long bytes = BlockPool.BytesOf(sizeClass);
        if (bytes > LargestKept || _bytesKept + bytes > MostKept || count >= Math.Clamp(MostBytesPerClass / bytes, LeastPerClass, MostPerClass))
        {
            return false;
        }

        Block?[] free = _free[sizeClass] ??= new Block?[LeastPerClass];
        if (count == free.Length)
        {
            Array.Resize(ref free, 2 * count);
            _free[sizeClass] = free;
        }

        free[count] = block;
        _counts[sizeClass] = count + 1;
        _bytesKept += bytes;
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

    private static ThreadContext Create()
    {
        IsaTable.Demand();
        ThreadContext context = new();
        lock (Registry)
        {
            All.RemoveAll(entry => !entry.TryGetTarget(out _));
            All.Add(new WeakReference<ThreadContext>(context));
        }

        return _current = context;
    }
}
