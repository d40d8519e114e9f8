using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Kernels;

/// <summary>Which kernels run: the widest that the machine has, or the ones that <c>GRADUS_FORCE_ISA</c> names.</summary>
internal static class IsaTable
{
    /// <summary>The environment variable: avx512, avx2, vector128 or scalar.</summary>
    internal const string Variable = "GRADUS_FORCE_ISA";

    /// <summary>The names, in the order of <see cref="Isa"/>.</summary>
    internal static readonly string[] Names = ["avx512", "avx2", "vector128", "scalar"];

    private static readonly (Isa Best, InvalidDataException? Fault) Read = Try(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Read once: the compiler folds it into the kernels' dispatch.</summary>
    internal static readonly Isa Current = Read.Best;

    /// <summary>Whether this machine can run a set.</summary>
    internal static bool IsSupported(Isa isa) => isa switch
    {
        Isa.Avx512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        Isa.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        Isa.Vector128 => Vector128.IsHardwareAccelerated,
        _ => true,
    };

    /// <summary>Throws when the variable names no set of this machine. Said on each thread before it makes anything, not where the field is initialised, or users would see a TypeInitializationException.</summary>
    /// <exception cref="InvalidDataException">There is no such set, or this machine does not have it.</exception>
    internal static void Demand()
    {
        if (Read.Fault is { } fault)
        {
            throw new InvalidDataException(fault.Message);
        }
    }

    /// <summary>The set for a value of the variable.</summary>
    /// <exception cref="InvalidDataException">There is no such set, or this machine does not have it.</exception>
    internal static Isa Choose(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return IsSupported(Isa.Avx512) ? Isa.Avx512 : IsSupported(Isa.Avx2) ? Isa.Avx2 : IsSupported(Isa.Vector128) ? Isa.Vector128 : Isa.Scalar;
        }

        int index = Array.IndexOf(Names, name);
        if (index < 0)
        {
            throw new InvalidDataException($"{Variable} is '{name}'; it must be one of {string.Join(", ", Names)}, or not set.");
        }

        return IsSupported((Isa)index)
            ? (Isa)index
            : throw new InvalidDataException($"{Variable} is '{name}', which this machine does not have. Unset it to use the best that is there.");
    }

    private static (Isa Best, InvalidDataException? Fault) Try(string? name)
    {
        try
        {
            return (Choose(name), null);
        }
        catch (InvalidDataException fault)
        {
            return (Choose(null), fault);
        }
    }
}
