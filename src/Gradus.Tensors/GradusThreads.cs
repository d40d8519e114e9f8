using Gradus.Tensors.Threading;

namespace Gradus.Tensors;

/// <summary>How many threads the engine's one pool uses for large operators. Results are the same bits for every count.</summary>
public static class GradusThreads
{
    private static int _count = Environment.ProcessorCount;

    /// <summary>The threads that work on one operator, the caller among them; by default the processors that this process may use, which respects the limit of a container.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1 or above 256.</exception>
    public static int Count
    {
        get => _count;
        set
        {
            if (value is < 1 or > WorkerPool.Most)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The engine works with 1 to {WorkerPool.Most} threads.");
            }

            _count = value;
        }
    }
}
