using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Indexing;

/// <summary>y[i] = x[.., index[i], ..], elements of one to eight bytes.</summary>
internal unsafe struct GatherKernel
{
    private const nint LeastParallel = 1 << 16;
    private AxisWalk _walk;
    private byte* _from;
    private long* _places;
    private byte* _to;
    private int _size;
    private int _parts;

    internal static void Run(byte* from, AxisWalk walk, long* places, byte* to, int elementSize)
    {
        GatherKernel kernel = new() { _from = from, _walk = walk, _places = places, _to = to, _size = elementSize, _parts = 1 };
        if (walk.Rows * walk.Width >= LeastParallel && GradusThreads.Count > 1)
        {
            kernel._parts = 4 * GradusThreads.Count;
            WorkerPool.Run(&Part, &kernel, kernel._parts);
            return;
        }

        Part(&kernel, 0);
    }

    private static void Part(void* state, int part)
    {
        GatherKernel* kernel = (GatherKernel*)state;
        switch (kernel->_size)
        {
            case 1:
                Copy(kernel->_from, kernel, kernel->_to, part);
                break;
            case 2:
                Copy((ushort*)kernel->_from, kernel, (ushort*)kernel->_to, part);
                break;
            case 4:
                Copy((uint*)kernel->_from, kernel, (uint*)kernel->_to, part);
                break;
            default:
                Copy((ulong*)kernel->_from, kernel, (ulong*)kernel->_to, part);
                break;
        }
    }

    // Parts are runs of indices in memory order, be the rows few and long or many and short.
    private static void Copy<T>(T* from, GatherKernel* kernel, T* to, int part)
        where T : unmanaged
    {
        nint width = kernel->_walk.Width, total = kernel->_walk.Rows * width;
        nint i = total * part / kernel->_parts, end = total * (part + 1) / kernel->_parts;
        nint step = kernel->_walk.Step, axisStep = kernel->_walk.AxisStep;
        while (i < end)
        {
            nint row = i / width, column = i - (row * width), count = Math.Min(width - column, end - i);
            T* source = from + kernel->_walk.Offset(row) + (column * step);
            long* places = kernel->_places + i;
            T* target = to + i;
            for (nint j = 0; j < count; j++)
            {
                target[j] = source[(j * step) + ((nint)places[j] * axisStep)];
            }

            i += count;
        }
    }
}
