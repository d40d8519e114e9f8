using System.Numerics;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>One number at a time, by the same operations as the vectors.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct TileLanes1<T> : ITileLanes<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Count => 1;

    public static T Load(T* from) => *from;

    public static void Store(T value, T* to) => *to = value;

    // With one lane no vector is partial: the masked members are never reached.
    public static T FirstLanes(nint count) => T.Zero;

    public static T LoadMasked(T* from, T mask) => T.Zero;

    public static void StoreMasked(T value, T* to, T mask)
    {
    }

    public static T Create(T value) => value;

    public static T Add(T a, T b) => a + b;

    public static T Multiply(T a, T b) => a * b;

    public static T Fma(T a, T b, T c) => T.FusedMultiplyAdd(a, b, c);

    public static T Relu(T a) => a < T.Zero ? T.Zero : a;
}
