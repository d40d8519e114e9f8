using System.Numerics;
using System.Runtime.InteropServices;
using Gradus.Tensors.Autograd;

namespace Gradus.Tensors.Storage;

/// <summary>Hands out blocks by size class: four classes for each power of two, so that at most a fifth of a block is slack.</summary>
/// <remarks>
/// Each thread keeps a few free blocks of each class to itself; the rest lies in one shared place under a lock. When much was handed out since the last look, a garbage collection finds the
/// blocks that nobody refers to before new memory is asked for: the collector knows nothing of native memory.
/// </remarks>
internal static unsafe class BlockPool
{
    internal const int Classes = 4 * 40;
    private const int Smallest = 64;
    private const long LeastBudget = 256L << 20;
    private const int LeastBlocks = 1 << 16;
    private const long MostIdle = 1L << 30;
    private const long LargestPooled = 256L << 20;

    private static readonly Lock Gate = new();
    private static readonly Lock Collecting = new();
    private static readonly Stack<Block>[] Shared = CreateStacks();
    private static long _reserved;
    private static long _idle;
    private static int _blocks;
    private static int _idleBlocks;
    private static long _budget = LeastBudget;
    private static int _blockBudget = LeastBlocks;

    private static int _collections;
    private static int _trims;

    /// <summary>Counts the trims, so that each thread notices that it must give up what it keeps.</summary>
    internal static int Trims => Volatile.Read(ref _trims);

    /// <summary>Bytes taken from the system.</summary>
    internal static long BytesReserved
    {
        get
        {
            lock (Gate)
            {
                return _reserved;
            }
        }
    }

    /// <summary>Bytes that wait to be used again, in the shared place and with the threads.</summary>
    internal static long BytesPooled
    {
        get
        {
            long kept = ThreadContext.BytesKeptByAll();
            lock (Gate)
            {
                return _idle + kept;
            }
        }
    }

    /// <summary>Blocks that tensors use now or that wait for the collector or with a thread.</summary>
    internal static int BlocksInUse
    {
        get
        {
            lock (Gate)
            {
                return _blocks - _idleBlocks;
            }
        }
    }

    /// <summary>Bytes that tensors use now or that wait for the collector.</summary>
    internal static long BytesInUse
    {
        get
        {
            long kept = ThreadContext.BytesKeptByAll();
            lock (Gate)
            {
                return _reserved - _idle - kept;
            }
        }
    }

    /// <summary>Gives all free blocks back to the system; those that other threads keep go when the threads next return one.</summary>
    internal static void Trim()
    {
        Interlocked.Increment(ref _trims);
        ThreadContext.Current.ReleaseKept();
        Block[] free;
        lock (Gate)
        {
            // Copied by hand: a query would leave a buffer as large in the pool of arrays.
            free = new Block[Shared.Sum(stack => stack.Count)];
            int next = 0;
            foreach (Stack<Block> stack in Shared)
            {
                stack.CopyTo(free, next);
                next += stack.Count;
                stack.Clear();
                stack.TrimExcess();
            }

            _reserved -= _idle;
            _blocks -= _idleBlocks;
            (_idle, _idleBlocks) = (0, 0);
        }

        foreach (Block block in free)
        {
            GC.SuppressFinalize(block);
            NativeMemory.AlignedFree(block.Pointer);
        }
    }

    /// <summary>The class of a size in bytes.</summary>
    internal static int ClassOf(long bytes)
    {
        ulong units = (ulong)((bytes + Smallest - 1) / Smallest);
        if (units <= 4)
        {
            return units == 0 ? 0 : (int)units - 1;
        }

        // units in (2^k, 2^(k+1)] fall into four steps of 2^(k-2).
        int k = BitOperations.Log2(units - 1);
        int step = (int)((units - 1) >> (k - 2)) & 3;
        return (4 * (k - 1)) + step;
    }

    /// <summary>The bytes of a block of a class.</summary>
    internal static long BytesOf(int sizeClass)
    {
        if (sizeClass < 4)
        {
            return (sizeClass + 1) * (long)Smallest;
        }

        int k = (sizeClass / 4) + 1;
        return (4L + (sizeClass % 4) + 1) * (1L << (k - 2)) * Smallest;
    }

    /// <summary>A block of at least so many bytes; its content is whatever was there.</summary>
    internal static Block Rent(long bytes)
    {
        ThreadContext state = ThreadContext.Current;
        int sizeClass = ClassOf(bytes);
        Block block = state.TryTake(sizeClass) ?? RentShared(sizeClass);
        state.Scope?.Add(block);
        if (ReadWatch.IsOpen)
        {
            ReadWatch.Made(block);
        }

        return block;
    }

    /// <summary>A block that no scope gives back.</summary>
    internal static Block RentUnscoped(long bytes)
    {
        int sizeClass = ClassOf(bytes);
        return ThreadContext.Current.TryTake(sizeClass) ?? RentShared(sizeClass);
    }

    /// <summary>Takes a block back from a scope, on the scope's thread.</summary>
    internal static void Return(Block block)
    {
        block.Generation++;
        block.Scope = null;
        if (!ThreadContext.Current.TryKeep(block))
        {
            ReturnShared(block);
        }
    }

    /// <summary>Takes a block back that a thread does not keep.</summary>
    internal static void ReturnShared(Block block)
    {
        if (!Accept(block))
        {
            GC.SuppressFinalize(block);
        }
    }

    /// <summary>Takes a free block into the shared place, or frees its memory when enough lies there; true when it was taken.</summary>
    internal static bool Accept(Block block)
    {
        long bytes = BytesOf(block.SizeClass);
        lock (Gate)
        {
            if (bytes <= LargestPooled && _idle + bytes <= MostIdle)
            {
                _idle += bytes;
                _idleBlocks++;
                Shared[block.SizeClass].Push(block);
                return true;
            }

            _reserved -= bytes;
            _blocks--;
        }

        NativeMemory.AlignedFree(block.Pointer);
        return false;
    }

    private static Block RentShared(int sizeClass)
    {
        long bytes = BytesOf(sizeClass);
        bool collect;
        int collections;
        lock (Gate)
        {
            if (TryPop(sizeClass, bytes, out Block? found))
            {
                return found;
            }

            collect = _reserved - _idle + bytes > _budget || _blocks - _idleBlocks >= _blockBudget;
            collections = _collections;
        }

        if (collect)
        {
            Collect(collections, bytes);
            lock (Gate)
            {
                if (TryPop(sizeClass, bytes, out Block? found))
                {
                    return found;
                }
            }
        }

        byte* memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, (nuint)HugePages.Alignment(bytes, Smallest));
        HugePages.Advise(memory, bytes);
        lock (Gate)
        {
            _reserved += bytes;
            _blocks++;
        }

        return new Block(memory, sizeClass);
    }

    /// <summary>Lets the collector find the blocks that nobody refers to; threads that come together share one collection.</summary>
    private static void Collect(int seen, long bytes)
    {
        lock (Collecting)
        {
            if (_collections != seen)
            {
                return;
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            lock (Gate)
            {
                _collections++;
                _budget = Math.Max(LeastBudget, 2 * (_reserved - _idle + bytes));
                _blockBudget = Math.Max(LeastBlocks, 2 * (_blocks - _idleBlocks));
            }
        }
    }

    private static bool TryPop(int sizeClass, long bytes, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Block? block)
    {
        if (!Shared[sizeClass].TryPop(out block))
        {
            return false;
        }

        _idle -= bytes;
        _idleBlocks--;
        return true;
    }

    private static Stack<Block>[] CreateStacks()
    {
        Stack<Block>[] stacks = new Stack<Block>[Classes];
        for (int i = 0; i < stacks.Length; i++)
        {
            stacks[i] = new Stack<Block>();
        }

        return stacks;
    }
}
