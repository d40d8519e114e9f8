using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Convolution;
using Gradus.Tensors.Tests.Ops;
using Gradus.Tensors.Tests.Ops.References;

namespace Gradus.Tensors.Tests.Kernels.Convolution;

/// <summary>The three products of a convolution over random sizes.</summary>
public sealed unsafe class ConvolutionKernelTests
{
    private const int Turns = 60;

    public static TheoryData<string> Isas => SupportedIsas.Names;

    [Theory]
    [MemberData(nameof(Isas))]
    public void Run_RandomSizes_MatchesTheDefinition(string isa)
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            Problem problem = new(Small(new Rng(20261125).Split(turn)), turn);

            Results actual = problem.Solve(SupportedIsas.Parse(isa));

            problem.Check(actual, $"turn {turn}: {problem.Shape}");
        }
    }

    [Fact]
    public void Run_EveryInstructionSet_GivesTheSameBits()
    {
        foreach (ConvolutionShape shape in Sizes())
        {
            Problem problem = new(shape, 7);
            Results first = problem.Solve(Isa.Scalar);

            Assert.All(SupportedIsas.All, isa => Same(first, problem.Solve(isa)));
        }
    }

    [Fact]
    public void Run_OneToEightThreads_GivesTheSameBits()
    {
        int before = GradusThreads.Count;
        try
        {
            foreach (ConvolutionShape shape in Sizes())
            {
                Problem problem = new(shape, 11);
                GradusThreads.Count = 1;
                Results first = problem.Solve(IsaTable.Current);
                foreach (int threads in (int[])[2, 3, 8])
                {
                    GradusThreads.Count = threads;

                    Same(first, problem.Solve(IsaTable.Current));
                }
            }
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    /// <summary>Rows that end in half a vector share it with the next row's; the sum of an element is the same as where each row is on its own.</summary>
    [Theory]
    [InlineData(24, 7, 1)]
    [InlineData(24, 2, 3)]
    [InlineData(40, 5, 1)]
    [InlineData(56, 4, 2)]
    [InlineData(25, 5, 1)]
    public void Forward_RowsThatEndInHalfAVector_GivesTheSameBits(int width, int rows, int groups)
    {
        foreach (int filters in (int[])[2, 7, 9, 24])
        {
            foreach (bool relu in (bool[])[false, true])
            {
                Problem problem = new(Of(2, 3 * groups, rows + 2, width + 2, filters * groups, (3, 3), (1, 1), (0, 0), (1, 1), groups, 0), filters, relu);
                Results first = problem.Solve(Isa.Scalar);

                problem.Check(first, $"{filters} filters, relu {relu}");
                Assert.Contains(first.Y, value => value > 0);
                Assert.Equal(!relu, first.Y.Any(value => value < 0));
                Assert.All(SupportedIsas.All, isa => Same(first, problem.Solve(isa)));
            }
        }
    }

    [Fact]
    public void WeightGradient_IntoSomethingThere_Adds()
    {
        foreach (ConvolutionShape shape in Sizes())
        {
            Problem problem = new(shape, 3);
            Results once = problem.Solve(IsaTable.Current), twice = problem.Solve(IsaTable.Current, true);

            Assert.Equal([.. once.Weight.Select(value => value + value)], twice.Weight);
            Assert.Equal([.. once.Bias.Select(value => value + value)], twice.Bias);
        }
    }

    private static void Same(Results expected, Results actual)
    {
        Assert.Equal(expected.Y, actual.Y);
        Assert.Equal(expected.X, actual.X);
        Assert.Equal(expected.Weight, actual.Weight);
        Assert.Equal(expected.Bias, actual.Bias);
    }

    private static ConvolutionShape Small(Rng rng)
    {
        int groups = 1 + rng.NextInt(3);
        return Of(
            rng.NextInt(rng.NextInt(3) == 0 ? 30 : 4), groups * (1 + rng.NextInt(4)), 1 + rng.NextInt(9), 1 + rng.NextInt(rng.NextInt(3) == 0 ? 40 : 9), groups * (1 + rng.NextInt(rng.NextInt(3) == 0 ? 20 : 4)),
            (1 + rng.NextInt(4), 1 + rng.NextInt(4)), (1 + rng.NextInt(4), 1 + rng.NextInt(4)), (rng.NextInt(5), rng.NextInt(5)), (1 + rng.NextInt(3), 1 + rng.NextInt(3)), groups, rng.NextInt(2));
    }

    /// <summary>Sizes at which work is shared, one for each way through the kernels.</summary>
    private static IEnumerable<ConvolutionShape> Sizes() =>
    [
        Of(9, 1, 28, 28, 8, (3, 3), (1, 1), (0, 0), (1, 1), 1, 0), Of(3, 3, 20, 33, 16, (3, 3), (1, 1), (1, 1), (1, 1), 1, 0), Of(2, 20, 15, 17, 40, (3, 3), (2, 2), (1, 1), (1, 1), 1, 0),
        Of(2, 32, 26, 26, 24, (1, 1), (1, 1), (0, 0), (1, 1), 1, 0), Of(10, 24, 16, 19, 24, (3, 3), (1, 1), (1, 1), (1, 1), 24, 0), Of(5, 1, 28, 28, 64, (4, 4), (4, 4), (0, 0), (1, 1), 1, 0),
        Of(1, 16, 70, 90, 16, (3, 3), (1, 1), (1, 1), (1, 1), 1, 0), Of(1, 64, 60, 40, 2, (3, 5), (1, 1), (2, 2), (2, 1), 2, 0),
        Of(19, 20, 8, 9, 40, (3, 3), (1, 1), (1, 1), (1, 1), 1, 0), Of(26, 12, 9, 9, 20, (3, 3), (2, 2), (1, 1), (1, 1), 2, 0),
    ];

    /// <summary>Rows that nothing meets at the end of the input come from a stride that does not fit.</summary>
    private static ConvolutionShape Of(int batch, int channels, int height, int width, int filters, Pair kernel, Pair stride, Pair padding, Pair dilation, int groups, int more)
    {
        height = Math.Max(height, (dilation.Height * (kernel.Height - 1)) + 1 - (2 * padding.Height)) + more;
        width = Math.Max(width, (dilation.Width * (kernel.Width - 1)) + 1 - (2 * padding.Width)) + more;
        return new ConvolutionShape
        {
            Batch = batch,
            Channels = channels,
            Height = height,
            Width = width,
            Filters = filters,
            KernelHeight = kernel.Height,
            KernelWidth = kernel.Width,
            StrideHeight = stride.Height,
            StrideWidth = stride.Width,
            PadTop = padding.Height,
            PadLeft = padding.Width,
            DilationHeight = dilation.Height,
            DilationWidth = dilation.Width,
            Groups = groups,
            OutHeight = ((height + (2 * padding.Height) - (dilation.Height * (kernel.Height - 1)) - 1) / stride.Height) + 1,
            OutWidth = ((width + (2 * padding.Width) - (dilation.Width * (kernel.Width - 1)) - 1) / stride.Width) + 1,
        };
    }

    private sealed record Results(float[] Y, float[] X, float[] Weight, float[] Bias);

    /// <summary>Random numbers of a size. Inputs lie between numbers that must not be read into a result.</summary>
    private sealed class Problem
    {
        private readonly Plain _x, _weight, _bias, _y;
        private readonly bool _relu;

        internal Problem(in ConvolutionShape shape, int seed, bool relu = false)
        {
            Shape = shape;
            _relu = relu;
            Rng rng = new Rng(20261125).Split("convolution").Split(seed);
            double Draw(int[] at) => (float)((2 * rng.NextDouble()) - 1);
            _x = Plain.From([shape.Batch, shape.Channels, shape.Height, shape.Width], Draw);
            _weight = Plain.From([shape.Filters, shape.GroupChannels, shape.KernelHeight, shape.KernelWidth], Draw);
            _bias = Plain.From([shape.Filters], Draw);
            _y = Plain.From([shape.Batch, shape.Filters, shape.OutHeight, shape.OutWidth], Draw);
        }

        internal ConvolutionShape Shape { get; }

        internal Results Solve(Isa isa, bool twice = false)
        {
            float[] x = Guarded(_x), weight = Guarded(_weight), gy = Guarded(_y), y = Room(_y), gx = Room(_x), gw = Room(_weight), gb = Room(_bias), bias = Guarded(_bias);
            fixed (float* px = x, pw = weight, pb = bias, pgy = gy, py = y, pgx = gx, pgw = gw, pgb = gb)
            {
                ConvolutionForward.Run(isa, Shape, px + Guard, pw + Guard, pb + Guard, py + Guard, _relu);
                ConvolutionInputGradient.Run(isa, Shape, pgy + Guard, pw + Guard, null, pgx + Guard);
                for (int i = 0; i < (twice ? 2 : 1); i++)
                {
                    ConvolutionWeightGradient.Run(isa, Shape, px + Guard, pgy + Guard, pgw + Guard, i > 0, pgb + Guard, i > 0);
                }
            }

            return new Results(Inner(y), Inner(gx), Inner(gw), Inner(gb));
        }

        internal void Check(Results actual, string where)
        {
            Pair stride = (Shape.StrideHeight, Shape.StrideWidth), pad = (Shape.PadTop, Shape.PadLeft), dilation = (Shape.DilationHeight, Shape.DilationWidth);
            Plain y = ConvolutionReference.Convolve(_x, _weight, _bias, stride, pad, dilation, Shape.Groups);
            Close(_relu ? y.Map(value => Math.Max(0, value)) : y, actual.Y, "y", where);
            Close(ConvolutionReference.Transposed(_y, _weight, null, [Shape.Height, Shape.Width], stride, pad, dilation, Shape.Groups), actual.X, "gx", where);
            Close(ConvolutionReference.Weights(_x, _y, [Shape.KernelHeight, Shape.KernelWidth], stride, pad, dilation, Shape.Groups), actual.Weight, "gw", where);
            Close(_y.Reduce([0, 2, 3], false, Enumerable.Sum), actual.Bias, "gb", where);
        }

        private const int Guard = 70;

        private static float[] Guarded(Plain plain)
        {
            float[] values = Room(plain);
            for (int i = 0; i < plain.Values.Length; i++)
            {
                values[Guard + i] = (float)plain.Values[i];
            }

            return values;
        }

        private static float[] Room(Plain plain)
        {
            float[] values = new float[plain.Values.Length + (2 * Guard)];
            Array.Fill(values, float.NaN);
            return values;
        }

        private static float[] Inner(float[] values)
        {
            Assert.All(values[..Guard], value => Assert.Equal(float.NaN, value));
            Assert.All(values[^Guard..], value => Assert.Equal(float.NaN, value));
            return values[Guard..^Guard];
        }

        private static void Close(Plain expected, float[] actual, string what, string where)
        {
            Assert.Equal(expected.Values.Length, actual.Length);
            for (int i = 0; i < actual.Length; i++)
            {
                double want = expected.Values[i];
                Assert.True(Math.Abs(actual[i] - want) <= 1e-4 * (1 + Math.Abs(want)), $"{what}[{i}]: {want} expected, {actual[i]} came; {where}");
            }
        }
    }
}
