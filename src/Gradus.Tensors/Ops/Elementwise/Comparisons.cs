using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Comparisons of elements. They give bool tensors, through which no gradient flows; operands broadcast and are brought to one type. NaN is unequal to everything and neither above nor below.</summary>
public static class Comparisons
{
    extension(Tensor x)
    {
        /// <summary>x = other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Equal(Tensor other) => ComparisonDriver.Run<ComparisonDriver.EqualTo>(x, other, "Equal");

        /// <summary>x = other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Equal(double other) => ComparisonDriver.Run<ComparisonDriver.EqualTo>(x, Like(x, other), "Equal");

        /// <summary>x ≠ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor NotEqual(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Other>(x, other, "NotEqual");

        /// <summary>x ≠ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor NotEqual(double other) => ComparisonDriver.Run<ComparisonDriver.Other>(x, Like(x, other), "NotEqual");

        /// <summary>x &gt; other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Greater(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Above>(x, other, "Greater");

        /// <summary>x &gt; other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Greater(double other) => ComparisonDriver.Run<ComparisonDriver.Above>(x, Like(x, other), "Greater");

        /// <summary>x ≥ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor GreaterEqual(Tensor other) => ComparisonDriver.Run<ComparisonDriver.AtLeast>(x, other, "GreaterEqual");

        /// <summary>x ≥ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor GreaterEqual(double other) => ComparisonDriver.Run<ComparisonDriver.AtLeast>(x, Like(x, other), "GreaterEqual");

        /// <summary>x &lt; other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Less(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Above>(other, x, "Less");

        /// <summary>x &lt; other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor Less(double other) => ComparisonDriver.Run<ComparisonDriver.Above>(Like(x, other), x, "Less");

        /// <summary>x ≤ other.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LessEqual(Tensor other) => ComparisonDriver.Run<ComparisonDriver.AtLeast>(other, x, "LessEqual");

        /// <summary>x ≤ other.</summary>
        /// <param name="other">A number.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LessEqual(double other) => ComparisonDriver.Run<ComparisonDriver.AtLeast>(Like(x, other), x, "LessEqual");
    }

    extension(Tensor)
    {
        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(Tensor a, Tensor b) => a.Greater(b);

        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(Tensor a, double b) => a.Greater(b);

        /// <summary>a &gt; b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >(double a, Tensor b) => b.Less(a);

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(Tensor a, Tensor b) => a.Less(b);

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(Tensor a, double b) => a.Less(b);

        /// <summary>a &lt; b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <(double a, Tensor b) => b.Greater(a);

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(Tensor a, Tensor b) => a.GreaterEqual(b);

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(Tensor a, double b) => a.GreaterEqual(b);

        /// <summary>a ≥ b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator >=(double a, Tensor b) => b.LessEqual(a);

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(Tensor a, Tensor b) => a.LessEqual(b);

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(Tensor a, double b) => a.LessEqual(b);

        /// <summary>a ≤ b of each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>A bool tensor.</returns>
        public static Tensor operator <=(double a, Tensor b) => b.GreaterEqual(a);
    }

    // A number with a fraction is not cut to an integer's type.
    private static Tensor Like(Tensor x, double value) =>
        Tensor.Scalar(value, x.DType.IsFloatingPoint() ? x.DType : value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? DType.Int64 : DType.Float64);
}
