namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Long rows cut into parts that are multiples of every vector's length.</summary>
internal unsafe struct ParallelRows
{
    /// <summary>The length from which on a second thread pays.</summary>
    internal const int Least = 1 << 16;

    /// <summary>Two or three rows of such a part lie in a core's second cache.</summary>
    internal const int PartLength = 1 << 14;

    internal Isa Isa;
    internal void* A;
    internal void* B;
    internal void* Y;
    internal int StepA;
    internal int StepB;
    internal nint Length;
    internal void* Op;

    internal readonly int Parts => (int)((Length + PartLength - 1) / PartLength);

    internal readonly nint First(int part) => (nint)part * PartLength;

    internal readonly nint Count(int part) => Math.Min(PartLength, Length - First(part));
}
