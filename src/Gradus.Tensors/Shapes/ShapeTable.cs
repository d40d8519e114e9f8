namespace Gradus.Tensors.Shapes;

/// <summary>Remembers the shapes that a thread made last, so that tensors of equal shape share their arrays instead of making them anew.</summary>
internal sealed class ShapeTable
{
    private const int Slots = 256; // a power of two
    private readonly Entry[] _entries = new Entry[Slots];

    /// <summary>The arrays and the count of elements of a contiguous shape, checked.</summary>
    internal Entry Get(ReadOnlySpan<int> sizes)
    {
        uint hash = (uint)sizes.Length;
        foreach (int size in sizes)
        {
            hash = (hash ^ (uint)size) * 0x01000193; // the step of FNV-1a, 32 bit
        }

        ref Entry entry = ref _entries[(hash ^ (hash >> 16)) & (Slots - 1)];
        if (entry.Sizes is null || !sizes.SequenceEqual(entry.Sizes))
        {
            int count = ShapeMath.Count(sizes);
            int[] own = ShapeMath.Own(sizes);
            entry = new Entry(own, ShapeMath.Strides(own), count);
        }

        return entry;
    }

    /// <summary>A shape with its strides and its count of elements.</summary>
    internal readonly record struct Entry(int[] Sizes, int[] Strides, int Count);
}
