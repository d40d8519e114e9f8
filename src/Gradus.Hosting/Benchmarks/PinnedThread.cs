using System.Runtime.InteropServices;

namespace Gradus.Hosting.Benchmarks;

/// <summary>Keeps the current thread on one processor until it is disposed. On systems other than Linux, and where the system refuses, it does nothing.</summary>
/// <remarks>
/// A guest's processor may share a core, with its caches and ports, with a stranger: for minutes large products take up to half as long again there, while the next processor is undisturbed
/// and a loop on registers alone notices nothing. A thread seldom moves by itself.
/// </remarks>
internal sealed unsafe partial class PinnedThread : IDisposable
{
    private const int Words = 16; // 1,024 processors
    private const int WordBits = 64;
    private readonly ulong[]? _before;

    /// <summary>Moves the current thread to one of the processors that it may use.</summary>
    /// <param name="turn">Which: those allowed are taken in turn.</param>
    internal PinnedThread(int turn)
    {
        ulong[] allowed = new ulong[Words];
        if (!OperatingSystem.IsLinux() || !Get(allowed))
        {
            return;
        }

        int[] processors = [.. Enumerable.Range(0, Words * WordBits).Where(i => (allowed[i / WordBits] >> (i % WordBits) & 1) != 0)];
        ulong[] one = new ulong[Words];
        int chosen = processors[turn % processors.Length];
        one[chosen / WordBits] = 1UL << (chosen % WordBits);
        _before = Set(one) ? allowed : null;
    }

    /// <summary>Lets the thread move again.</summary>
    public void Dispose()
    {
        if (_before is not null)
        {
            _ = Set(_before);
        }
    }

    private static bool Get(ulong[] mask)
    {
        fixed (ulong* words = mask)
        {
            return SchedGetAffinity(0, Words * sizeof(ulong), words) == 0 && mask.Any(word => word != 0);
        }
    }

    private static bool Set(ulong[] mask)
    {
        fixed (ulong* words = mask)
        {
            return SchedSetAffinity(0, Words * sizeof(ulong), words) == 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int SchedGetAffinity(int thread, nuint bytes, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SchedSetAffinity(int thread, nuint bytes, ulong* mask);
}
