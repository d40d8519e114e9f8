using static Gradus.Tensors.Tests.Ops.Samples;
using static Gradus.Tensors.Tests.Ops.Tables.ElementwiseRows;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Exponential, logarithmic, trigonometric and hyperbolic functions and the error function.</summary>
internal static class FunctionTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Each("exp", x => x.Exp(), Math.Exp) with { Large = [[90_000]] },
        Each("exp2", x => x.Exp2(), x => Math.Pow(2, x)),
        Each("expm1", x => x.Expm1(), x => Math.Abs(x) < 1e-3 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1),
        Each("log", x => x.Log(), Math.Log, OnePositive),
        Each("log2", x => x.Log2(), Math.Log2, OnePositive),
        Each("log10", x => x.Log10(), Math.Log10, OnePositive),
        Each("log1p", x => x.Log1p(), x => Math.Abs(x) < 1e-3 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x), OnePositive),
        Each("sin", x => x.Sin(), Math.Sin),
        Each("cos", x => x.Cos(), Math.Cos),
        Each("tan", x => x.Tan(), Math.Tan, Between(-1.3, 1.3)) with { Draw = (rng, _) => (2.6 * rng.NextDouble()) - 1.3 },
        Each("asin", x => x.Asin(), Math.Asin, Between(-0.9, 0.9)),
        Each("acos", x => x.Acos(), Math.Acos, Between(-0.9, 0.9)),
        Each("atan", x => x.Atan(), Math.Atan),
        Each("sinh", x => x.Sinh(), Math.Sinh),
        Each("cosh", x => x.Cosh(), Math.Cosh),
        Each("tanh", x => x.Tanh(), Math.Tanh),
        Each("asinh", x => x.Asinh(), Math.Asinh),
        Each("acosh", x => x.Acosh(), Math.Acosh, Between(1.2, 3)),
        Each("atanh", x => x.Atanh(), Math.Atanh, Between(-0.9, 0.9)),
        Each("erf", x => x.Erf(), Erf),
        Each("erfc", x => x.Erfc(), x => 1 - Erf(x)),
    ];
}
