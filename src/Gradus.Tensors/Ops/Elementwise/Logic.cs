using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Logic on bools (numbers count as true where they are not 0) and tests of numbers. The results are bool tensors, through which no gradient flows.</summary>
public static class Logic
{
    extension(Tensor x)
    {
        /// <summary>True where false, false where true (where 0, for numbers).</summary>
        /// <returns>A bool tensor.</returns>
        public Tensor LogicalNot() => x.Equal(0);

        /// <summary>Whether both are true (not 0).</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LogicalAnd(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Both>(x, Arithmetic.Given(other, nameof(other)), "LogicalAnd");

        /// <summary>Whether at least one is true (not 0).</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LogicalOr(Tensor other) => ComparisonDriver.Run<ComparisonDriver.Either>(x, Arithmetic.Given(other, nameof(other)), "LogicalOr");

        /// <summary>Whether exactly one is true (not 0).</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>A bool tensor.</returns>
        public Tensor LogicalXor(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return ComparisonDriver.Run<ComparisonDriver.Other>(x.NotEqual(0), other.NotEqual(0), "LogicalXor");
        }

        /// <summary>Whether each element is NaN.</summary>
        /// <returns>A bool tensor.</returns>
        public Tensor IsNan() => x.NotEqual(x);

        /// <summary>Whether each element is ∞ or −∞.</summary>
        /// <returns>A bool tensor.</returns>
        public Tensor IsInf() => Size(x).Equal(double.PositiveInfinity);

        /// <summary>Whether each element is neither NaN nor infinite.</summary>
        /// <returns>A bool tensor.</returns>
        public Tensor IsFinite() => Size(x).Less(double.PositiveInfinity);
    }

    private static Tensor Size(Tensor x) => x.DType.IsFloatingPoint() ? x.Detach().Abs() : x;
}
