using System.Runtime.InteropServices;

namespace Gradus.Tensors.Storage;

/// <summary>Asks the system for pages of 2 MB behind large blocks: a walk down the columns of a large matrix touches a page a row, and with pages of 4 KB that costs more than the arithmetic.</summary>
internal static partial class HugePages
{
    internal const int PageBytes = 2 << 20;

    // MADV_HUGEPAGE of Linux.
    private const int Advice = 14;

    private static bool _unavailable = !OperatingSystem.IsLinux();

    /// <summary>The alignment at which a block of a size is best placed.</summary>
    internal static int Alignment(long bytes, int least) => bytes >= PageBytes && !_unavailable ? PageBytes : least;

    /// <summary>Advises the system on a block; where it does not listen, nothing changes.</summary>
    internal static unsafe void Advise(void* memory, long bytes)
    {
        if (bytes < PageBytes || _unavailable)
        {
            return;
        }

        try
        {
            // It is only advice: whether it was taken does not matter.
            _ = Madvise(memory, (nuint)bytes, Advice);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            _unavailable = true;
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static unsafe partial int Madvise(void* address, nuint length, int advice);
}
