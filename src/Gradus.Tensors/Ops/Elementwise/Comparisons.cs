using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Comparisons of elements. They give bool tensors, through which no gradient flows; operands broadcast and are brought to one type, but integers and numbers are compared exactly. NaN is unequal to everything and neither above nor below.</summary>
public static class Comparisons
{
    extension(Tensor x)
    {
        /// <summary>x = other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Equal(Tensor other) => ComparisonDriver.Run<ComparisonDriver.EqualTo>(x, Arithmetic.Given(other, nameof(other)), "Equal");

        /// <summary>x = other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Equal(double other) => Number<ComparisonDriver.EqualTo>(x, other, false, "Equal");

        /// <summary>x = other, exactly also where a double would lose digits.</summary>
        /// <param name="other">A whole number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Equal(long other) => Number<ComparisonDriver.EqualTo>(x, other, false, "Equal");

        /// <summary>x ≠ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor NotEqual(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Other>(x, Arithmetic.Given(other, nameof(other)), "NotEqual");

        /// <summary>x ≠ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor NotEqual(double other) => Number<ComparisonDriver.Other>(x, other, false, "NotEqual");

        /// <summary>x ≠ other, exactly also where a double would lose digits.</summary>
        /// <param name="other">A whole number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor NotEqual(long other) => Number<ComparisonDriver.Other>(x, other, false, "NotEqual");

        /// <summary>x &gt; other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Greater(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Above>(x, Arithmetic.Given(other, nameof(other)), "Greater");

        /// <summary>x &gt; other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Greater(double other) => Number<ComparisonDriver.Above>(x, other, false, "Greater");

        /// <summary>x &gt; other, exactly also where a double would lose digits.</summary>
        /// <param name="other">A whole number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Greater(long other) => Number<ComparisonDriver.Above>(x, other, false, "Greater");

        /// <summary>x ≥ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor GreaterEqual(Tensor other) => ComparisonDriver.Run<ComparisonDriver.AtLeast>(x, Arithmetic.Given(other, nameof(other)), "GreaterEqual");

        /// <summary>x ≥ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor GreaterEqual(double other) => Number<ComparisonDriver.AtLeast>(x, other, false, "GreaterEqual");

        /// <summary>x ≥ other, exactly also where a double would lose digits.</summary>
        /// <param name="other">A whole number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor GreaterEqual(long other) => Number<ComparisonDriver.AtLeast>(x, other, false, "GreaterEqual");

        /// <summary>x &lt; other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Less(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Above>(Arithmetic.Given(other, nameof(other)), x, "Less");

        /// <summary>x &lt; other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Less(double other) => Number<ComparisonDriver.Above>(x, other, true, "Less");

        /// <summary>x &lt; other, exactly also where a double would lose digits.</summary>
        /// <param name="other">A whole number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Less(long other) => Number<ComparisonDriver.Above>(x, other, true, "Less");

        /// <summary>x ≤ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LessEqual(Tensor other) => ComparisonDriver.Run<ComparisonDriver.AtLeast>(Arithmetic.Given(other, nameof(other)), x, "LessEqual");

        /// <summary>x ≤ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LessEqual(double other) => Number<ComparisonDriver.AtLeast>(x, other, true, "LessEqual");

        /// <summary>x ≤ other, exactly also where a double would lose digits.</summary>
        /// <param name="other">A whole number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LessEqual(long other) => Number<ComparisonDriver.AtLeast>(x, other, true, "LessEqual");
    }

    extension(Tensor)
    {
        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(Tensor a, Tensor b) => Arithmetic.Given(a, nameof(a)).Greater(Arithmetic.Given(b, nameof(b)));

        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(Tensor a, double b) => Arithmetic.Given(a, nameof(a)).Greater(b);

        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The whole number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(Tensor a, long b) => Arithmetic.Given(a, nameof(a)).Greater(b);

        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(double a, Tensor b) => Arithmetic.Given(b, nameof(b)).Less(a);

        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">The whole number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(long a, Tensor b) => Arithmetic.Given(b, nameof(b)).Less(a);

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(Tensor a, Tensor b) => Arithmetic.Given(a, nameof(a)).Less(Arithmetic.Given(b, nameof(b)));

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(Tensor a, double b) => Arithmetic.Given(a, nameof(a)).Less(b);

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The whole number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(Tensor a, long b) => Arithmetic.Given(a, nameof(a)).Less(b);

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(double a, Tensor b) => Arithmetic.Given(b, nameof(b)).Greater(a);

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">The whole number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(long a, Tensor b) => Arithmetic.Given(b, nameof(b)).Greater(a);

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(Tensor a, Tensor b) => Arithmetic.Given(a, nameof(a)).GreaterEqual(Arithmetic.Given(b, nameof(b)));

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(Tensor a, double b) => Arithmetic.Given(a, nameof(a)).GreaterEqual(b);

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The whole number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(Tensor a, long b) => Arithmetic.Given(a, nameof(a)).GreaterEqual(b);

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(double a, Tensor b) => Arithmetic.Given(b, nameof(b)).LessEqual(a);

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">The whole number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(long a, Tensor b) => Arithmetic.Given(b, nameof(b)).LessEqual(a);

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(Tensor a, Tensor b) => Arithmetic.Given(a, nameof(a)).LessEqual(Arithmetic.Given(b, nameof(b)));

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(Tensor a, double b) => Arithmetic.Given(a, nameof(a)).LessEqual(b);

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The whole number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(Tensor a, long b) => Arithmetic.Given(a, nameof(a)).LessEqual(b);

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(double a, Tensor b) => Arithmetic.Given(b, nameof(b)).GreaterEqual(a);

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">The whole number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(long a, Tensor b) => Arithmetic.Given(b, nameof(b)).GreaterEqual(a);
    }

    private static Tensor Number<TOp>(Tensor x, double other, bool turned, string what)
        where TOp : struct, ICompareOp
    {
        // Integers are compared with whole numbers as integers. One with a fraction is not cut to their type, and what lies beyond int64 lies beyond all of them.
        if (!x.DType.IsFloatingPoint() && other >= long.MinValue && other < -(double)long.MinValue && other == Math.Floor(other))
        {
            return Number<TOp>(x, (long)other, turned, what);
        }

        bool beyond = !x.DType.IsFloatingPoint() && Math.Abs(other) >= -(double)long.MinValue;
        return Ordered<TOp>(x, Tensor.Scalar(beyond ? double.CopySign(double.PositiveInfinity, other) : other, x.DType.IsFloatingPoint() ? x.DType : DType.Float64), turned, what);
    }

    private static Tensor Number<TOp>(Tensor x, long other, bool turned, string what)
        where TOp : struct, ICompareOp
    {
        if (x.DType == DType.Int32 && other is < int.MinValue or > int.MaxValue)
        {
            x = x.To(DType.Int64);
        }

        return Ordered<TOp>(x, Tensor.Scalar(other, x.DType == DType.Bool || x.DType.IsStorageOnly() ? DType.Int64 : x.DType), turned, what);
    }

    private static Tensor Ordered<TOp>(Tensor x, Tensor number, bool turned, string what)
        where TOp : struct, ICompareOp => turned ? ComparisonDriver.Run<TOp>(number, x, what) : ComparisonDriver.Run<TOp>(x, number, what);
}
