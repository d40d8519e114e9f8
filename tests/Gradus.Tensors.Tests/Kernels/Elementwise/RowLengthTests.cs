using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors.Tests.Kernels.Elementwise;

/// <summary>Every length from 0 to 257, so that every tail is met; what lies around the row must stay as it was.</summary>
public sealed unsafe class RowLengthTests
{
    private const float Guard = 12345;

    public static TheoryData<string> Names => SupportedIsas.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Unary_EveryLength_WritesTheRowAndNothingElse(string isa) => EachLength((x, _, y, length) =>
    {
        UnaryKernel.Run(SupportedIsas.Parse(isa), default(SquareOp), x, y, length);
        return i => x[i] * x[i];
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Binary_EveryLengthAndStep_WritesTheRowAndNothingElse(string isa)
    {
        foreach ((int stepA, int stepB) in ((int, int)[])[(1, 1), (1, 0), (0, 1), (0, 0)])
        {
            EachLength((a, b, y, length) =>
            {
                BinaryKernel.Run(SupportedIsas.Parse(isa), default(SubtractOp), a, stepA, b, stepB, y, length);
                return i => a[i * stepA] - b[i * stepB];
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sum_EveryLength_IsTheSum(string isa)
    {
        float[] x = [.. Enumerable.Range(0, 3000).Select(i => (i % 17) - 8f)];
        fixed (float* from = x)
        {
            for (int length = 0; length <= 257; length++)
            {
                Assert.Equal(x.Take(length).Sum(value => (double)value), SumKernel.Row(SupportedIsas.Parse(isa), from, length));
            }

            Assert.Equal(x.Sum(value => (double)value), SumKernel.Row(SupportedIsas.Parse(isa), from, 3000));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ColumnSum_EveryWidth_IsTheSum(string isa)
    {
        float[] x = [.. Enumerable.Range(0, 257 * 7).Select(i => (i % 17) - 8f)];
        float[] y = new float[257];
        fixed (float* from = x, to = y)
        {
            for (int width = 0; width <= 257; width++)
            {
                ColumnSumKernel.Run(SupportedIsas.Parse(isa), from, to, 7, width, false);
                ColumnSumKernel.Run(SupportedIsas.Parse(isa), from, to, 7, width, true);
                for (int j = 0; j < width; j++)
                {
                    Assert.Equal(2 * Enumerable.Range(0, 7).Sum(i => x[(i * width) + j]), y[j]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DropoutMask_EveryLengthAndSet_IsTheSameFunctionOfTheStream(string isa)
    {
        float[] expected = new float[300], actual = new float[300];
        RngState state = new(9, 4, 64);
        fixed (float* want = expected, have = actual)
        {
            DropoutKernel.Mask(Isa.Scalar, want, 300, state, 0.3, 2);
            for (int length = 0; length <= 257; length++)
            {
                actual.AsSpan().Fill(Guard);
                DropoutKernel.Mask(SupportedIsas.Parse(isa), have, length, state, 0.3, 2);
                Assert.True(expected.AsSpan(0, length).SequenceEqual(actual.AsSpan(0, length)));
                Assert.Equal(Guard, actual[length]);
            }
        }

        Rng rng = new(state);
        Assert.All(expected, value => Assert.Equal(rng.NextUInt() >= 1288490189u ? 2f : 0f, value));
    }

    private static void EachLength(Kernel kernel)
    {
        float[] a = new float[300], b = new float[300], y = new float[300];
        Rng rng = new(1);
        for (int i = 0; i < 300; i++)
        {
            (a[i], b[i]) = (rng.NextFloat(), rng.NextFloat());
        }

        fixed (float* pa = a, pb = b, py = y)
        {
            for (int length = 0; length <= 257; length++)
            {
                y.AsSpan().Fill(Guard);
                Func<int, float> expected = kernel(pa, pb, py + 1, length);
                Assert.Equal(Guard, y[0]);
                Assert.Equal(Guard, y[length + 1]);
                for (int i = 0; i < length; i++)
                {
                    Assert.Equal(expected(i), y[i + 1]);
                }
            }
        }
    }

    private delegate Func<int, float> Kernel(float* a, float* b, float* y, int length);
}
