namespace Gradus.Tensors.Kernels.Sorting;

/// <summary>A number of 64 bits, then its place.</summary>
internal readonly struct SortKey64(ulong bits, uint place) : ISortKey<SortKey64>
{
    private readonly ulong _bits = bits;
    private readonly uint _place = place;

    public static int Digits => 8;

    public int Place => (int)_place;

    public static bool operator <(SortKey64 a, SortKey64 b) => a._bits < b._bits || (a._bits == b._bits && a._place < b._place);

    public static bool operator >(SortKey64 a, SortKey64 b) => b < a;

    public int Digit(int index) => (byte)(_bits >> (8 * index));

    public int CompareTo(SortKey64 other) => this < other ? -1 : other < this ? 1 : 0;
}
