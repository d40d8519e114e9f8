using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Runs;

/// <summary>Where a run ran.</summary>
/// <param name="Gradus">The version of Gradus.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The architecture of the process, such as <c>X64</c>.</param>
/// <param name="Processor">The name of the processor, or null where the system does not tell.</param>
/// <param name="Processors">How many processors the system counts.</param>
/// <param name="VectorBits">The widest vectors that the machine computes with, in bits.</param>
/// <param name="Threads">The threads of the engine.</param>
public sealed record RunEnvironment(string Gradus, string Runtime, string System, string Architecture, string? Processor, int Processors, int VectorBits, int Threads)
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>This process on this machine.</summary>
    /// <returns>The environment.</returns>
    public static RunEnvironment Current() => new(
        typeof(RunEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        ProcessorName(),
        Environment.ProcessorCount,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64,
        GradusThreads.Count);

    private static string? ProcessorName()
    {
        try
        {
            return File.Exists(ProcessorFile) ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
