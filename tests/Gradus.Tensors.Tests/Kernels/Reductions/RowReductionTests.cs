using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Tests.Kernels.Reductions;

public sealed unsafe class RowReductionTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 131), 257, 1000, 4095, 4096, 4097, 9001];

    [Fact]
    public void SumDotAndMax_AnyLength_AgreeWithPlainLoops()
    {
        foreach (int length in Lengths)
        {
            (float[] x, float[] y) = Draw(length);

            (double sum, double dot, double squares, float max) = All(IsaTable.Current, x, y);

            Assert.Equal(x.Sum(value => (double)value), sum, 1e-4 * Math.Sqrt(1 + length));
            Assert.Equal(x.Zip(y, (a, b) => (double)a * b).Sum(), dot, 1e-4 * Math.Sqrt(1 + length));
            Assert.Equal(x.Sum(value => (double)value * value), squares, 1e-5 * (1 + length));
            Assert.Equal(length == 0 ? float.NegativeInfinity : x.Max(), max);
        }
    }

    [Fact]
    public void SumDotAndMax_EveryInstructionSet_GivesTheSameBits()
    {
        foreach (int length in Lengths)
        {
            (float[] x, float[] y) = Draw(length);

            (double, double, double, float) expected = All(Isa.Scalar, x, y);

            foreach (Isa isa in SupportedIsas.All)
            {
                Assert.Equal(expected, All(isa, x, y));
            }
        }
    }

    private static (float[] X, float[] Y) Draw(int length)
    {
        Rng rng = new((ulong)length);
        return (Tensor.Randn(rng, length).ToArray<float>(), Tensor.Randn(rng, length).ToArray<float>());
    }

    private static (double Sum, double Dot, double Squares, float Max) All(Isa isa, float[] x, float[] y)
    {
        fixed (float* a = x, b = y)
        {
            return (RowReduction.Sum(isa, a, x.Length), RowReduction.Dot(isa, a, b, x.Length), RowReduction.SumOfSquares(isa, a, x.Length), RowReduction.Max(isa, a, x.Length));
        }
    }
}
