namespace Gradus.Tensors.Kernels.Attention;

/// <summary>One matrix for each head, anywhere in memory.</summary>
internal unsafe struct HeadMatrices
{
    internal float* Data;
    internal nint Row;
    internal nint Column;

    /// <summary>The steps of the leading dimensions.</summary>
    internal fixed int Steps[8];

    /// <summary>The first number of a head's matrix; null where there are no matrices.</summary>
    internal readonly float* Of(nint head, int* lead, int rank)
    {
        if (Data is null)
        {
            return null;
        }

        nint offset = 0;
        for (int i = rank - 1; i >= 0; i--)
        {
            offset += head % lead[i] * Steps[i];
            head /= lead[i];
        }

        return Data + offset;
    }
}
