using Gradus.Tensors;

namespace Gradus.Learning.Tests.Fixtures;

/// <summary>Compares with stored values: |actual − expected| ≤ relative · |expected| + absolute.</summary>
internal static class Close
{
    internal static void To(Packed expected, Tensor? actual, double relative, double absolute, string what)
    {
        Assert.True(actual is not null, $"{what} is missing");
        Assert.True(expected.Shape.AsSpan().SequenceEqual(actual.Shape), $"{what} has shape [{string.Join(", ", actual.Shape.ToArray())}], not [{string.Join(", ", expected.Shape)}]");
        double[] values = actual.To(DType.Float64).ToArray<double>();
        for (int place = 0; place < values.Length; place++)
        {
            To(expected.Values[place], values[place], relative, absolute, $"{what}[{place}]");
        }
    }

    internal static void To(double expected, double actual, double relative, double absolute, string what) =>
        Assert.True(Math.Abs(actual - expected) <= (relative * Math.Abs(expected)) + absolute, $"{what} is {actual:R}, not {expected:R}");
}
