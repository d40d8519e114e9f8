using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>One number at a time, by the same operations as the vectors.</summary>
internal readonly unsafe struct Lanes1 : ILanes<float>
{
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

    public static float Exponent(float a) => (BitConverter.SingleToInt32Bits(a) >>> 23) - 127;

    public static float Mantissa(float a) => BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(a) & 0x007FFFFF) | 0x3F800000);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Mask(bool value) => BitConverter.Int32BitsToSingle(value ? -1 : 0);
}
