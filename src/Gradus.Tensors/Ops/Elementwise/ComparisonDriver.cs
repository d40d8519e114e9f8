using System.Numerics;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>Compares pairs of elements, which broadcast, and tests single ones. Results are bools, through which no gradient flows.</summary>
internal static unsafe class ComparisonDriver
{
    internal static Tensor Run<TOp>(Tensor a, Tensor b, string what)
        where TOp : struct, ICompareOp
    {
        a = a.Detach();
        b = b.Detach();
        Arithmetic.Unify(ref a, ref b);
        Tensor y = Tensor.Empty(ShapeMath.Broadcast(a.Sizes, b.Sizes, what), DType.Bool);
        if (y.ElementCount == 0)
        {
            return y;
        }

        BroadcastPlan plan = new(a, b, y.Sizes) { DType = a.DType, A = a.Data, B = b.Data, Y = y.Data };
        switch (a.DType)
        {
            case DType.Float32:
                Rows<float, TOp>(ref plan);
                break;
            case DType.Float64:
                Rows<double, TOp>(ref plan);
                break;
            case DType.Int64:
                Rows<long, TOp>(ref plan);
                break;
            case DType.Int32:
                Rows<int, TOp>(ref plan);
                break;
            case DType.Bool:
                Rows<byte, TOp>(ref plan);
                break;
            default:
                throw new NotSupportedException($"{what} is defined for float32, float64, int64, int32 and bool, not for {a.DType}. Convert with To() first.");
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return y;
    }

    private static void Rows<T, TOp>(ref BroadcastPlan plan)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TOp : struct, ICompareOp
    {
        BroadcastPlan.Place place = plan.At(0);
        for (int row = 0; row < plan.Rows; row++)
        {
            T* a = (T*)plan.A + place.A, b = (T*)plan.B + place.B;
            byte* y = plan.Y + ((nint)row * plan.Width);
            nint stepA = plan.LastA, stepB = plan.LastB, width = plan.Width;
            for (nint i = 0; i < width; i++)
            {
                y[i] = TOp.Invoke(a[i * stepA], b[i * stepB]) ? (byte)1 : (byte)0;
            }

            plan.Next(ref place);
        }
    }

    internal readonly struct EqualTo : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x == y;
    }

    internal readonly struct Other : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x != y;
    }

    internal readonly struct Above : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x > y;
    }

    internal readonly struct AtLeast : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x >= y;
    }

    internal readonly struct Both : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x != default(T) && y != default(T);
    }

    internal readonly struct Either : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x != default(T) || y != default(T);
    }
}
