using System.Numerics;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Comparisons of elements. They give bool tensors, through which no gradient flows; operands broadcast and are brought to one type.</summary>
public static unsafe class Comparisons
{
    extension(Tensor x)
    {
        /// <summary>x = other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Equal(Tensor other) => Run<EqualTo>(x, other, "Equal");

        /// <summary>x = other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Equal(double other) => Run<EqualTo>(x, Like(x, other), "Equal");

        /// <summary>x ≠ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor NotEqual(Tensor other) => Run<Other>(x, other, "NotEqual");

        /// <summary>x ≠ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor NotEqual(double other) => Run<Other>(x, Like(x, other), "NotEqual");

        /// <summary>x &gt; other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Greater(Tensor other) => Run<Above>(x, other, "Greater");

        /// <summary>x &gt; other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Greater(double other) => Run<Above>(x, Like(x, other), "Greater");

        /// <summary>x ≥ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor GreaterEqual(Tensor other) => Run<AtLeast>(x, other, "GreaterEqual");

        /// <summary>x ≥ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor GreaterEqual(double other) => Run<AtLeast>(x, Like(x, other), "GreaterEqual");

        /// <summary>x &lt; other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Less(Tensor other) => Run<Above>(other, x, "Less");

        /// <summary>x &lt; other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Less(double other) => Run<Above>(Like(x, other), x, "Less");

        /// <summary>x ≤ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LessEqual(Tensor other) => Run<AtLeast>(other, x, "LessEqual");

        /// <summary>x ≤ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LessEqual(double other) => Run<AtLeast>(Like(x, other), x, "LessEqual");

        /// <summary>True where false, false where true (where 0, for numbers).</summary>
        /// <returns>A bool tensor.</returns>
        public Tensor LogicalNot() => x.Equal(0);

        /// <summary>Whether both are true (not 0).</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LogicalAnd(Tensor other) => Run<Both>(x.To(DType.Bool), other.To(DType.Bool), "LogicalAnd");

        /// <summary>Whether at least one is true (not 0).</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LogicalOr(Tensor other) => Run<Either>(x.To(DType.Bool), other.To(DType.Bool), "LogicalOr");
    }

    // A number with a fraction is not cut to an integer's type.
    private static Tensor Like(Tensor x, double value) =>
        Tensor.Scalar(value, x.DType.IsFloatingPoint() ? x.DType : value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? DType.Int64 : DType.Float64);

    private static Tensor Run<TOp>(Tensor a, Tensor b, string what)
        where TOp : struct, ICompareOp
    {
        a = a.Detach();
        b = b.Detach();
        Arithmetic.Unify(ref a, ref b);
        int[] sizes = ShapeMath.Broadcast(a.Sizes, b.Sizes, what);
        Tensor left = Expanding.ExpandTo(a, sizes).Contiguous(), right = Expanding.ExpandTo(b, sizes).Contiguous();
        Tensor y = Tensor.Empty(sizes, DType.Bool);
        switch (a.DType)
        {
            case DType.Float32:
                Row<float, TOp>(left, right, y);
                break;
            case DType.Float64:
                Row<double, TOp>(left, right, y);
                break;
            case DType.Int64:
                Row<long, TOp>(left, right, y);
                break;
            case DType.Int32:
                Row<int, TOp>(left, right, y);
                break;
            default:
                Row<byte, TOp>(left, right, y);
                break;
        }

        return y;
    }

    private static void Row<T, TOp>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TOp : struct, ICompareOp
    {
        T* left = a.Pointer<T>();
        T* right = b.Pointer<T>();
        byte* to = y.Data;
        int length = y.ElementCount;
        for (int i = 0; i < length; i++)
        {
            to[i] = TOp.Invoke(left[i], right[i]) ? (byte)1 : (byte)0;
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
    }

    private readonly struct EqualTo : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x == y;
    }

    private readonly struct Other : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x != y;
    }

    private readonly struct Above : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x > y;
    }

    private readonly struct AtLeast : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x >= y;
    }

    private readonly struct Both : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x > default(T) && y > default(T);
    }

    private readonly struct Either : ICompareOp
    {
        public static bool Invoke<T>(T x, T y)
            where T : unmanaged, IComparisonOperators<T, T, bool> => x > default(T) || y > default(T);
    }
}
