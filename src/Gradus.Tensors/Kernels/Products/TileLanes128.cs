using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>16 bytes at a time, also on ARM64, which has no masked moves: partial vectors go lane by lane.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct TileLanes128<T> : ITileLanes<T, Vector128<T>>
    where T : unmanaged
{
    public static int Count => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> value, T* to) => value.Store(to);

    public static Vector128<T> FirstLanes(nint count) => sizeof(T) == 4
        ? Vector128.LessThan(Vector128<int>.Indices, Vector128.Create((int)count)).As<int, T>()
        : Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadMasked(T* from, Vector128<T> mask) => LoadLanes(from, mask);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void StoreMasked(Vector128<T> value, T* to, Vector128<T> mask)
    {
        for (int i = 0; i < Count; i++)
        {
            if (IsSet(mask, i))
            {
                to[i] = value.GetElement(i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Create(T value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> a, Vector128<T> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Multiply(Vector128<T> a, Vector128<T> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Fma(Vector128<T> a, Vector128<T> b, Vector128<T> c) => sizeof(T) == 4
        ? Vector128.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector128.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Relu(Vector128<T> a) => Vector128.ConditionalSelect(Vector128.LessThan(a, Vector128<T>.Zero), Vector128<T>.Zero, a);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<T> LoadLanes(T* from, Vector128<T> mask)
    {
        Vector128<T> value = Vector128<T>.Zero;
        for (int i = 0; i < Count; i++)
        {
            if (IsSet(mask, i))
            {
                value = value.WithElement(i, from[i]);
            }
        }

        return value;
    }

    private static bool IsSet(Vector128<T> mask, int lane) => mask.AsByte().GetElement(lane * sizeof(T)) != 0;
}
