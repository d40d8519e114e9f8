using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;
using static Gradus.Tensors.Tests.Ops.Tables.ElementwiseRows;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Exponential, logarithmic, trigonometric and hyperbolic functions and the error function.</summary>
internal static class FunctionTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Each("exp", x => x.Exp(), Math.Exp) with { Units = 1.1 },
        Each("exp2", x => x.Exp2(), x => Math.Pow(2, x)) with { Units = 1.1 },
        Each("expm1", x => x.Expm1(), Exact.Expm1) with { Units = 1.5 },
        Each("log", x => x.Log(), Math.Log, OnePositive) with { Units = 1 },
        Each("log2", x => x.Log2(), Math.Log2, OnePositive) with { Units = 1.6 },
        Each("log10", x => x.Log10(), Math.Log10, OnePositive) with { Units = 2 },
        Each("log1p", x => x.Log1p(), Exact.Log1p, OnePositive) with { Units = 1.5 },
        Each("sin", x => x.Sin(), Math.Sin) with { Units = 1.6 },
        Each("cos", x => x.Cos(), Math.Cos) with { Units = 1.6 },
        Each("tan", x => x.Tan(), Math.Tan, Between(-1.3, 1.3)) with { Units = 3, Draw = (rng, _) => (2.6 * rng.NextDouble()) - 1.3 },
        Each("asin", x => x.Asin(), Math.Asin, Between(-0.9, 0.9)) with { Units = 2.5 },
        Each("acos", x => x.Acos(), Math.Acos, Between(-0.9, 0.9)) with { Units = 1.5 },
        Each("atan", x => x.Atan(), Math.Atan) with { Units = 1.5 },
        Each("sinh", x => x.Sinh(), Math.Sinh) with { Units = 2 },
        Each("cosh", x => x.Cosh(), Math.Cosh) with { Units = 2 },
        Each("tanh", x => x.Tanh(), Math.Tanh) with { Units = 2.7 },
        Each("asinh", x => x.Asinh(), Math.Asinh) with { Units = 3 },
        Each("acosh", x => x.Acosh(), Math.Acosh, Between(1.2, 3)) with { Units = 3 },
        Each("atanh", x => x.Atanh(), Math.Atanh, Between(-0.9, 0.9)) with { Units = 3 },
        Each("erf", x => x.Erf(), Exact.Erf) with { Units = 1.5 },
        Each("erfc", x => x.Erfc(), Exact.Erfc) with { Units = 4.5 },
    ];
}
