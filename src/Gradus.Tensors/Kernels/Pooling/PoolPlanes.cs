using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Pooling;

/// <summary>Works off planes one by one, on several threads where there is enough to do.</summary>
internal static unsafe class PoolPlanes
{
    /// <summary>Numbers from which on a second thread pays.</summary>
    private const long LeastNumbers = 1 << 16;

    /// <summary>Parts a thread, so that a slow thread does not hold up the others.</summary>
    private const int PartsPerThread = 4;

    /// <summary>Calls <paramref name="plane"/> with the state for each plane.</summary>
    internal static void Run(delegate*<void*, nint, void> plane, void* state, nint planes, long numbers)
    {
        int parts = numbers < LeastNumbers ? 1 : (int)Math.Min(planes, GradusThreads.Count * PartsPerThread);
        Walk walk = new() { Plane = plane, State = state, Planes = planes, Parts = parts };
        WorkerPool.Run(&Part, &walk, parts);
    }

    private static void Part(void* state, int index)
    {
        Walk* walk = (Walk*)state;
        for (nint i = walk->Planes * index / walk->Parts, end = walk->Planes * (index + 1) / walk->Parts; i < end; i++)
        {
            walk->Plane(walk->State, i);
        }
    }

    private struct Walk
    {
        internal delegate*<void*, nint, void> Plane;
        internal void* State;
        internal nint Planes;
        internal int Parts;
    }
}
