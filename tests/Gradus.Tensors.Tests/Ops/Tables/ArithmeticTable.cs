using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;
using static Gradus.Tensors.Tests.Ops.Tables.ElementwiseRows;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Arithmetic with tensors and numbers, rounding, remainders.</summary>
internal static class ArithmeticTable
{
    private static readonly Func<Rng, Tensor[]>[] Divisors = [rng => [Real(rng, 2, 3), Positive(rng, 2, 3)], rng => [Real(rng, 2, 1), Positive(rng, 3)]];

    // Far enough from where the quotient is whole.
    private static readonly Func<Rng, Tensor[]>[] Quotients =
    [
        rng => [Away(rng, 2.1, 2.9, [], 2, 3), Away(rng, 0.97, 1.03, [], 3)], rng => [Away(rng, -1.8, -1.2, [], 2, 3), Away(rng, 0.97, 1.03, [], 2, 1)],
    ];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Pairs("add", (a, b) => a + b, (a, b) => a + b),
        Pairs("subtract", (a, b) => a - b, (a, b) => a - b) with { OtherTypes = OpSpec.Numbers },
        Pairs("multiply", (a, b) => a * b, (a, b) => a * b),
        Pairs("divide", (a, b) => a / b, (a, b) => a / b, Divisors),
        Each("add number", x => x + 1.5, x => x + 1.5),
        Each("add whole number", x => x + 3, x => x + 3),
        Each("number minus", x => 2 - x, x => 2 - x) with { OtherTypes = OpSpec.Numbers },
        Each("number with a point minus", x => 2.5 - x, x => 2.5 - x) with { OtherTypes = OpSpec.Numbers },
        Each("subtract number", x => x - 1.5, x => x - 1.5) with { OtherTypes = OpSpec.Numbers },
        Each("multiply number", x => x * -1.5, x => x * -1.5),
        Each("multiply whole number", x => x * 3, x => x * 3),
        Each("divide number", x => x / 3, x => x / 3),
        Each("number over", x => 2 / x, x => 2 / x, OnePositive),
        Each("negate", x => -x, x => -x) with { OtherTypes = OpSpec.Numbers },
        Each("reciprocal", x => x.Reciprocal(), x => 1 / x, OnePositive),
        Each("square", x => x.Square(), x => x * x),
        Each("sqrt", x => x.Sqrt(), Math.Sqrt, OnePositive),
        Each("rsqrt", x => x.Rsqrt(), x => 1 / Math.Sqrt(x), OnePositive) with { Units = 1.5 },
        Each("abs", x => x.Abs(), Math.Abs) with { OtherTypes = OpSpec.Numbers },
        Each("pow 3", x => x.Pow(3), x => x * x * x),
        Each("pow -0.5", x => x.Pow(-0.5), x => 1 / Math.Sqrt(x), OnePositive) with { Units = 1.5 },
        Each("pow 2.5", x => x.Pow(2.5), x => Math.Pow(x, 2.5), OnePositive) with { Units = 2 },
        Each("pow -3", x => x.Pow(-3), x => Math.Pow(x, -3), OnePositive) with { Units = 2, OtherTypes = [] },
        Pairs("pow", (a, b) => a.Pow(b), Math.Pow, [rng => [Positive(rng, 2, 3), Real(rng, 3)], rng => [Positive(rng, 2, 1), Real(rng, 2, 3)]]) with
        {
            Draw = (rng, input) => input == 0 ? (4 * rng.NextDouble()) - 2 : 2 * rng.NextDouble(),
            OtherTypes = OpSpec.Numbers,
            Units = 2,
        },
        Each("sign", x => x.Sign(), x => double.IsNaN(x) ? x : x > 0 ? 1 : x < 0 ? -1 : 0) with { Differentiable = false },
        Each("floor", x => x.Floor(), Math.Floor) with { Differentiable = false },
        Each("ceil", x => x.Ceil(), Math.Ceiling) with { Differentiable = false },
        Each("round", x => x.Round(), x => Math.Round(x, MidpointRounding.ToEven)) with { Differentiable = false, Draw = (rng, _) => (rng.NextInt(17) - 8) / 2.0 },
        Each("trunc", x => x.Trunc(), Math.Truncate) with { Differentiable = false },
        Each("frac", x => x.Frac(), x => x - Math.Truncate(x), Between(0.1, 0.9)),
        Pairs("maximum", Tensor.Maximum, (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : a > b ? a : b) with { AnyZero = true },
        Pairs("minimum", Tensor.Minimum, (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : a < b ? a : b) with { AnyZero = true },
        Pairs("remainder", (a, b) => a.Remainder(b), Rest, Quotients) with { Draw = Whole, OtherTypes = OpSpec.Numbers },
        Pairs("fmod", (a, b) => a.Fmod(b), (a, b) => a % b, Quotients) with { Draw = Whole, OtherTypes = OpSpec.Numbers },
        Pairs("floor divide", (a, b) => a.FloorDivide(b), Quotient, Quotients) with { Draw = Whole, OtherTypes = OpSpec.Numbers, Differentiable = false },
        Each("remainder number", x => x.Remainder(-1.5), x => Rest(x, -1.5), Between(0.1, 1.4)),
        Each("fmod number", x => x.Fmod(2), x => x % 2, Between(-1.9, 1.9)),
        Each("floor divide number", x => x.FloorDivide(2), x => Quotient(x, 2)) with { Differentiable = false },
        Pairs("atan2", (a, b) => a.Atan2(b), Math.Atan2) with { Units = 2 },
        Pairs("logaddexp", (a, b) => a.LogAddExp(b), (a, b) => double.IsInfinity(a) && a == b ? a : Math.Max(a, b) + Exact.Log1p(Math.Exp(-Math.Abs(a - b)))) with { Units = 2 },
        Pairs("xlogy", (a, b) => a.Xlogy(b), (a, b) => a == 0 && !double.IsNaN(b) ? 0 : a * Math.Log(b), [rng => [Real(rng, 2, 3), Positive(rng, 3)]]) with { Units = 2 },
    ];

    // What is left of the division, which % cuts towards 0, on the side of the divisor.
    private static double Rest(double a, double b) => a % b is var rest && rest != 0 && double.IsNegative(rest) != double.IsNegative(b) ? rest + b : rest;

    // Rounded down is one less than cut where something is left on the other side; 0 has the sign of the quotient, and what is divided by 0 is not rounded.
    private static double Quotient(double a, double b)
    {
        double rest = a % b, whole = Math.Round((a - rest) / b);
        whole -= rest != 0 && double.IsNegative(rest) != double.IsNegative(b) ? 1 : 0;
        return b == 0 ? a / b : whole == 0 ? Math.CopySign(0, a / b) : whole;
    }

    // Divisors are 1 or more and quarters, for integers 1 and 2.
    private static double Whole(Rng rng, int input) => input == 0 ? (rng.NextInt(81) - 40) / 8.0 : 1 + (rng.NextInt(5) / 4.0);
}
