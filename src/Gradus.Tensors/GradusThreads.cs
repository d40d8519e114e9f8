using System.Globalization;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors;

/// <summary>How many threads the engine's one pool uses for large operators. Results are the same bits for every count.</summary>
/// <remarks>
/// The default is the environment variable <c>GRADUS_THREADS</c> where it is set; otherwise the processors that this process may use, within the quota of its container (control groups, rounded up).
/// The threads are started when a large operator first needs them; they spin for some 50 µs for the next one, then sleep.
/// </remarks>
public static class GradusThreads
{
    /// <summary>The environment variable.</summary>
    internal const string Variable = "GRADUS_THREADS";

    // 0 until it is asked for: a variable that says nonsense is reported where threads are first needed.
    private static int _count;

    /// <summary>The threads that work on one operator, the caller among them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1 or above 256.</exception>
    /// <exception cref="InvalidDataException"><c>GRADUS_THREADS</c> is not a whole number from 1 to 256.</exception>
    public static int Count
    {
        get => _count != 0 ? _count : _count = Choose(Environment.GetEnvironmentVariable(Variable));
        set
        {
            if (value is < 1 or > WorkerPool.Most)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The engine works with 1 to {WorkerPool.Most} threads.");
            }

            _count = value;
        }
    }

    /// <summary>The count for a value of the variable.</summary>
    internal static int Choose(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Math.Min(ProcessorLimit.Count(), WorkerPool.Most);
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= WorkerPool.Most
            ? count
            : throw new InvalidDataException($"{Variable} is '{value}'; it must be a whole number from 1 to {WorkerPool.Most}, or not set.");
    }
}
