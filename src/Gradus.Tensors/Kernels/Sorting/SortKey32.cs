namespace Gradus.Tensors.Kernels.Sorting;

/// <summary>A number of 32 bits above its place.</summary>
internal readonly struct SortKey32(uint bits, uint place) : ISortKey<SortKey32>
{
    private readonly ulong _value = ((ulong)bits << 32) | place;

    public static int Digits => 4;

    public int Place => (int)(uint)_value;

    public static bool operator <(SortKey32 a, SortKey32 b) => a._value < b._value;

    public static bool operator >(SortKey32 a, SortKey32 b) => a._value > b._value;

    public int Digit(int index) => (byte)(_value >> (32 + (8 * index)));

    public int CompareTo(SortKey32 other) => _value.CompareTo(other._value);
}
