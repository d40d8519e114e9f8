using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>One number at a time, by the same operations as the vectors.</summary>
internal readonly unsafe struct Lanes1 : ILanes<float>
{
    private const int RootHalf = 0x3F3504F3; // the bits of √½

    public static int Count => 1;

    public static float Load(float* from) => *from;

    public static void Store(float value, float* to) => *to = value;

    // With one lane there is no tail: count is never above 0 here.
    public static float LoadPartial(float* from, nint count) => 0;

    public static void StorePartial(float value, float* to, nint count)
    {
    }

    public static float Create(float value) => value;

    public static float Add(float a, float b) => a + b;

    public static float Subtract(float a, float b) => a - b;

    public static float Multiply(float a, float b) => a * b;

    public static float Divide(float a, float b) => a / b;

    public static float Fma(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    public static float Sqrt(float a) => MathF.Sqrt(a);

    public static float Abs(float a) => MathF.Abs(a);

    public static float Min(float a, float b) => a < b ? a : b;

    public static float Max(float a, float b) => a > b ? a : b;

    public static float Less(float a, float b) => Mask(a < b);

    public static float LessOrEqual(float a, float b) => Mask(a <= b);

    public static float Equal(float a, float b) => Mask(a == b);

    public static float Select(float mask, float whereTrue, float whereFalse) => BitConverter.SingleToInt32Bits(mask) != 0 ? whereTrue : whereFalse;

    public static float Round(float a) => MathF.Round(a);

    public static float PowerOfTwo(float n) => BitConverter.Int32BitsToSingle(((float.IsNaN(n) ? 0 : (int)n) + 127) << 23);

    public static float Scale(float a, float n)
    {
        float half = MathF.Round(n * 0.5f);
        return a * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    public static float Split(float a, out float exponent)
    {
        int bits = BitConverter.SingleToInt32Bits(a);
        int power = (bits - RootHalf) >> 23;
        exponent = power;
        return BitConverter.Int32BitsToSingle(bits - (power << 23));
    }

    public static float Floor(float a) => MathF.Floor(a);

    public static float Ceiling(float a) => MathF.Ceiling(a);

    public static float Truncate(float a) => MathF.Truncate(a);

    public static float And(float a, float b) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a) & BitConverter.SingleToInt32Bits(b));

    public static float Or(float a, float b) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a) | BitConverter.SingleToInt32Bits(b));

    public static float Xor(float a, float b) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a) ^ BitConverter.SingleToInt32Bits(b));

    public static float LowestBitAsSign(float whole) => BitConverter.Int32BitsToSingle((float.IsNaN(whole) ? 0 : (int)whole) << 31);

    public static bool Any(float mask) => BitConverter.SingleToInt32Bits(mask) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Mask(bool value) => BitConverter.Int32BitsToSingle(value ? -1 : 0);
}
