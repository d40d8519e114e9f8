using System.Numerics;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>Functions of pairs of integers, which broadcast. Sums, differences and products wrap around as in PyTorch; bools are counted as int64.</summary>
internal static unsafe class IntegerArithmetic
{
    /// <summary>A function of two integers of the same type.</summary>
    internal interface IFunction
    {
        static abstract T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>;
    }

    internal static Tensor Run<TFunction>(Tensor a, Tensor b, string what)
        where TFunction : struct, IFunction
    {
        if (a.DType == DType.Bool)
        {
            (a, b) = (a.To(DType.Int64), b.To(DType.Int64));
        }

        if (a.DType is not (DType.Int64 or DType.Int32))
        {
            throw new NotSupportedException($"{what} is defined for float32, float64, int64, int32 and bool, not for {a.DType}. Convert with To() first.");
        }

        int[] sizes = ShapeMath.Broadcast(a.Sizes, b.Sizes, what);
        Tensor left = Expanding.ExpandTo(a, sizes).Contiguous(), right = b.ElementCount == 1 ? b : Expanding.ExpandTo(b, sizes).Contiguous();
        Tensor y = Tensor.EmptyLike(left);
        int step = b.ElementCount == 1 ? 0 : 1;
        if (a.DType == DType.Int64)
        {
            Rows<TFunction, long>(left.Pointer<long>(), right.Pointer<long>(), step, y.Pointer<long>(), y.ElementCount);
        }
        else
        {
            Rows<TFunction, int>(left.Pointer<int>(), right.Pointer<int>(), step, y.Pointer<int>(), y.ElementCount);
        }

        GC.KeepAlive(left);
        GC.KeepAlive(right);
        return y;
    }

    private static void Rows<TFunction, T>(T* a, T* b, int step, T* y, int length)
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryInteger<T>
    {
        for (nint i = 0; i < length; i++)
        {
            y[i] = TFunction.Invoke(a[i], b[i * step]);
        }
    }

    internal readonly struct Add : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => unchecked(a + b);
    }

    internal readonly struct Subtract : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => unchecked(a - b);
    }

    internal readonly struct Multiply : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => unchecked(a * b);
    }

    internal readonly struct Maximum : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => T.Max(a, b);
    }

    internal readonly struct Minimum : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => T.Min(a, b);
    }

    /// <summary>The quotient rounded down.</summary>
    internal readonly struct FloorDivide : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>
        {
            if (b == -T.One)
            {
                return unchecked(-a); // the quotient of the least number would overflow
            }

            T quotient = Quotient(a, b);
            return quotient * b != a && (a < T.Zero) != (b < T.Zero) ? quotient - T.One : quotient;
        }
    }

    /// <summary>What is left of the quotient rounded down, with the sign of the divisor.</summary>
    internal readonly struct Remainder : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>
        {
            T rest = Fmod.Invoke(a, b);
            return rest != T.Zero && (rest < T.Zero) != (b < T.Zero) ? rest + b : rest;
        }
    }

    /// <summary>What is left of the quotient cut towards 0, with the sign of the dividend.</summary>
    internal readonly struct Fmod : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => b == -T.One ? T.Zero : a - (Quotient(a, b) * b);
    }

    /// <summary>a to the power of b, by squaring.</summary>
    internal readonly struct Power : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>
        {
            if (b < T.Zero)
            {
                throw new ArgumentException($"Pow got the integer power {b}; integers to negative powers are not integers. Convert with To(DType.Float32) first.");
            }

            T result = T.One;
            for (; b > T.Zero; b >>= 1)
            {
                result = T.IsOddInteger(b) ? unchecked(result * a) : result;
                a = unchecked(a * a);
            }

            return result;
        }
    }

    /// <summary>−1, 0 or 1 as a is below, at or above b.</summary>
    internal readonly struct SignOfDifference : IFunction
    {
        public static T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T> => a > b ? T.One : a < b ? -T.One : T.Zero;
    }

    private static T Quotient<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T> =>
        b == T.Zero ? throw new DivideByZeroException("Integers cannot be divided by 0; floating-point numbers can.") : a / b;
}
