using static Gradus.Tensors.Tests.Ops.Tables.ElementwiseRows;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Comparisons and logic.</summary>
internal static class ComparisonTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Truth("equal", (a, b) => a.Equal(b), (a, b) => a == b),
        Truth("not equal", (a, b) => a.NotEqual(b), (a, b) => a != b),
        Truth("greater", (a, b) => a > b, (a, b) => a > b),
        Truth("greater equal", (a, b) => a >= b, (a, b) => a >= b),
        Truth("less", (a, b) => a < b, (a, b) => a < b),
        Truth("less equal", (a, b) => a <= b, (a, b) => a <= b),
        Truth("logical and", (a, b) => a.LogicalAnd(b), (a, b) => a != 0 && b != 0),
        Truth("logical or", (a, b) => a.LogicalOr(b), (a, b) => a != 0 || b != 0),
        Truth("logical xor", (a, b) => a.LogicalXor(b), (a, b) => (a != 0) != (b != 0)),
        Test("equal number", x => x.Equal(1), x => x == 1),
        Test("not equal number", x => x.NotEqual(1), x => x != 1),
        Test("greater number", x => x > 0.5, x => x > 0.5),
        Test("number greater", x => 0.5 > x, x => 0.5 > x),
        Test("greater equal number", x => x >= 1, x => x >= 1),
        Test("number greater equal", x => 1 >= x, x => 1 >= x),
        Test("less number", x => x < 0.5, x => x < 0.5),
        Test("less equal number", x => x <= 1, x => x <= 1),
        Test("logical not", x => x.LogicalNot(), x => x == 0),
        Test("is nan", x => x.IsNan(), double.IsNaN),
        Test("is inf", x => x.IsInf(), double.IsInfinity),
        Test("is finite", x => x.IsFinite(), double.IsFinite),
    ];

    private static OpSpec Test(string name, Func<Tensor, Tensor> run, Func<double, bool> reference) => Each(name, run, x => reference(x) ? 1 : 0) with { Differentiable = false };
}
