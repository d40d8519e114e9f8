using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Convolutions.</summary>
internal static class ConvolutionTable
{
    private static readonly double[] Mean = [0.1, -0.2], Variance = [0.5, 2.0];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Plane("conv2d", 1, 0, 1, 1, true),
        Plane("conv2d without bias", 1, 0, 1, 1, false),
        Plane("conv2d strided", 2, 1, 1, 1, true),
        Plane("conv2d dilated", 1, (2, 1), (2, 3), 1, true),
        Plane("conv2d uneven", (3, 1), (0, 3), (1, 2), 1, false),
        Plane("conv2d grouped", (1, 2), 1, 1, 2, true),
        Plane("conv2d depthwise", 1, 1, 1, 3, false, 1),
        new("conv2d same", x => x[0].Conv2d(x[1], padding: Padding.Same, dilation: (1, 2)), [rng => [Real(rng, 1, 2, 4, 5), Real(rng, 2, 2, 2, 3)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0],
            Lengths = length => [[1, 2, 2, 1 + length], [3, 2, 1, 3]],
            Large = [[3, 8, 24, 33], [10, 8, 3, 3]],
            Reference = x => ConvolutionReference.Convolve(x[0], x[1], null, x[0].Shape[2..], 1, ((x[1].Shape[2] - 1) / 2, x[1].Shape[3] - 1), (1, 2), 1),
            Shapes = rng => [[rng.NextInt(3), 2, 1 + rng.NextInt(6), 1 + rng.NextInt(20)], [3, 2, 1 + rng.NextInt(4), 1 + rng.NextInt(4)]],
            Tolerance = 1e-4,
        },
        new("conv2d with relu", x => x[0].Conv2d(x[1], x[2], padding: 1, relu: true), [rng => [Real(rng, 1, 2, 3, 4), Real(rng, 2, 2, 3, 3), Real(rng, 2)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0, 2],
            Lengths = length => [[1, 2, 1, 1 + length], [3, 2, 3, 3], [3]],
            Large = [[3, 8, 24, 33], [10, 8, 3, 3], [10]],
            Reference = x => ConvolutionReference.Convolve(x[0], x[1], x[2], 1, 1, 1, 1).Map(value => Math.Max(0, value)),
            Shapes = rng => Sizes(rng, 1, 5),
            Tolerance = 1e-4,
        },
        new("conv2d batch norm", Normalized, [rng => [Real(rng, 1, 2, 3, 4), Real(rng, 2, 2, 3, 3), Real(rng, 2), Real(rng, 2), Real(rng, 2), Decided(rng, 1, 2, 3, 4)]])
        {
            Reference = x => NormalizationReference.Given(ConvolutionReference.Convolve(x[0], x[1], x[2], 1, 1, 1, 1), Mean, Variance, x[3], x[4]).Zip(x[5], (normal, residual) => Math.Max(0, normal + residual)),
            Shapes = rng => Block(rng.NextInt(4), 3, 1 + rng.NextInt(8), 1 + rng.NextInt(40)),
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0, 2, 3, 4, 5],
            Lengths = length => Block(1, 2, 2, 1 + length),
            Large = Block(9, 8, 30, 41),
            Tolerance = 1e-4,
        },
        new("conv2d unbatched", x => x[0].Conv2d(x[1]), [rng => [Real(rng, 2, 3, 4), Real(rng, 3, 2, 2, 2)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0],
            Lengths = length => [[2, 2, 2 + length], [3, 2, 2, 2]],
            Large = [[8, 24, 99], [10, 8, 3, 3]],
            Reference = x => Drop0(ConvolutionReference.Convolve(new Plain([1, .. x[0].Shape], x[0].Values), x[1], null, 1, 0, 1, 1)),
        },
        new("conv1d", x => x[0].Conv1d(x[1], x[2], 2, 2, 2), [rng => [Real(rng, 2, 2, 5), Real(rng, 3, 2, 2), Real(rng, 3)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0, 2],
            Lengths = length => [[1, 3, 3 + length], [4, 3, 3], [4]],
            Large = [[3, 8, 801], [10, 8, 3], [10]],
            Reference = x => ConvolutionReference.Drop(ConvolutionReference.Convolve(ConvolutionReference.Lift(x[0]), ConvolutionReference.Lift(x[1]), x[2], (1, 2), (0, 2), (1, 2), 1)),
            Shapes = rng => [[rng.NextInt(3), 3, 3 + rng.NextInt(40)], [4, 3, 1 + rng.NextInt(3)], [4]],
            Tolerance = 1e-4,
        },
        new("conv1d grouped", x => x[0].Conv1d(x[1], null, padding: Padding.Same, groups: 2), [rng => [Real(rng, 1, 4, 5), Real(rng, 2, 2, 3)], rng => [Real(rng, 2, 5), Real(rng, 4, 1, 2)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0],
            Lengths = length => [[1, 4, 1 + length], [2, 2, 3]],
            Large = [[3, 16, 801], [20, 8, 3]],
            Reference = x => Unbatched(x[0], lifted => ConvolutionReference.Convolve(lifted, ConvolutionReference.Lift(x[1]), null, [1, x[0].Shape[^1]], 1, (0, (x[1].Shape[2] - 1) / 2), 1, 2)),
        },
        Transposed("conv transpose 2d", 1, 0, 0, 1, 1),
        Transposed("conv transpose 2d strided", (2, 3), 1, (1, 2), 1, 1),
        Transposed("conv transpose 2d grouped", 2, 1, 1, 2, (1, 2)),
        new("conv transpose 1d", x => x[0].ConvTranspose1d(x[1], x[2], 3, 1, 2), [rng => [Real(rng, 2, 2, 3), Real(rng, 2, 3, 4), Real(rng, 3)], rng => [Real(rng, 2, 3), Real(rng, 2, 1, 2), Real(rng, 1)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0, 2],
            Lengths = length => [[1, 2, 1 + length], [2, 3, 4], [3]],
            Large = [[3, 8, 401], [8, 10, 4], [10]],
            Reference = x => Unbatched(x[0], lifted => ConvolutionReference.Transposed(lifted, ConvolutionReference.Lift(x[1]), x[2], (1, 3), (0, 1), (0, 2), 1, 1)),
        },
        new("unfold", x => x[0].Unfold((2, 3), (1, 2), 1, (2, 1)), [rng => [Real(rng, 2, 2, 4, 5)]])
        {
            Extremes = Extremes.WithinRange,
            Lengths = length => [[1, 2, 3, 3 + length]],
            Large = [[3, 8, 24, 99]],
            Reference = x => Columns(x[0], (2, 3), (2, 1), 1, (1, 2)),
            Shapes = rng => [[rng.NextInt(3), rng.NextInt(3), 1 + rng.NextInt(5), 3 + rng.NextInt(6)]],
        },
        new("fold", x => x[0].Fold((4, 5), 2, 1, 1, (2, 3)), [rng => [Real(rng, 2, 8, 6)]])
        {
            Extremes = Extremes.WithinRange,
            NoLengths = LeftOut.FixedShape,
            Large = [[300, 32, 6]],
            Reference = x =>
            {
                // Every number is added to the place that unfold would take it from.
                Plain images = new(x[0].Shape[0], x[0].Shape[1] / 4, 4, 5);
                foreach (int[] at in Plain.Indices(x[0].Shape))
                {
                    int row = (at[2] / 2 * 2) + (at[1] / 2 % 2) - 1, column = (at[2] % 2 * 3) + (at[1] % 2) - 1;
                    if (row >= 0 && row < 4 && column >= 0 && column < 5)
                    {
                        images[at[0], at[1] / 4, row, column] += x[0][at];
                    }
                }

                return images;
            },
        },
    ];

    private static OpSpec Plane(string name, Pair stride, Pair padding, Pair dilation, int groups, bool bias, int filters = 2) => new(
        name,
        x => x[0].Conv2d(x[1], bias ? x[2] : null, stride, Padding.Of(padding), dilation, groups),
        [
            rng => Take(bias, Real(rng, 2, 2 * groups, 4, 5), Real(rng, filters * groups, 2, 3, 2), Real(rng, filters * groups)),
            rng => Take(bias, Real(rng, 1, groups, 5, 7), Real(rng, filters * groups, 1, 1, 3), Real(rng, filters * groups)),
        ])
    {
        Reference = x => ConvolutionReference.Convolve(x[0], x[1], bias ? x[2] : null, stride, padding, dilation, groups),
        Shapes = rng => Sizes(rng, groups, filters)[..(bias ? 3 : 2)],
        Extremes = Extremes.WithinRange,
        ExtremeInputs = bias ? [0, 2] : [0],
        Lengths = length => Sized(bias, [1, 2 * groups, 2, 6 + length], [filters * groups, 2, 1 + (length % 2), 1 + (length % 3)], [filters * groups]),
        Large = Large(groups, bias),
        Tolerance = 1e-4,
    };

    private static OpSpec Transposed(string name, Pair stride, Pair padding, Pair outputPadding, int groups, Pair dilation) => new(
        name,
        x => x[0].ConvTranspose2d(x[1], x[2], stride, padding, outputPadding, groups, dilation),
        [rng => [Real(rng, 2, 2 * groups, 3, 4), Real(rng, 2 * groups, 2, 3, 2), Real(rng, 2 * groups)], rng => [Real(rng, 1, groups, 4, 3), Real(rng, groups, 1, 2, 3), Real(rng, groups)]])
    {
        Reference = x => ConvolutionReference.Transposed(x[0], x[1], x[2], stride, padding, outputPadding, groups, dilation),
        Shapes = rng => [[rng.NextInt(3), 3 * groups, 2 + rng.NextInt(4), 2 + rng.NextInt(20)], [3 * groups, 5, 2 + rng.NextInt(3), 2 + rng.NextInt(3)], [5 * groups]],
        Extremes = Extremes.WithinRange,
        ExtremeInputs = [0, 2],
        Lengths = length => [[1, 2 * groups, 2, 1 + length], [2 * groups, 2, 2, 3], [2 * groups]],
        Large = [[3, 8 * groups, 15, 33], [8 * groups, 10, 3, 3], [10 * groups]],
        Tolerance = 1e-4,
    };

    private static int[][] Sizes(Rng rng, int groups, int filters) =>
        [[rng.NextInt(3), 2 * groups, 5 + rng.NextInt(4), 7 + rng.NextInt(14)], [filters * groups, 2, 1 + rng.NextInt(3), 1 + rng.NextInt(3)], [filters * groups]];

    private static int[][] Sized(bool bias, params int[][] shapes) => shapes[..(bias ? 3 : 2)];

    private static int[][] Large(int groups, bool bias) => ((int[][])[[3, 8 * groups, 24, 33], [10 * groups, 8, 3, 3], [10 * groups]])[..(bias ? 3 : 2)];

    private static Tensor[] Take(bool bias, params Tensor[] inputs) => inputs[..(bias ? 3 : 2)];

    private static Plain Drop0(Plain x) => new(x.Shape[1..], x.Values);

    private static Plain Unbatched(Plain x, Func<Plain, Plain> run)
    {
        Plain y = ConvolutionReference.Drop(run(ConvolutionReference.Lift(x.Rank == 2 ? new Plain([1, .. x.Shape], x.Values) : x)));
        return x.Rank == 2 ? Drop0(y) : y;
    }

    private static Plain Columns(Plain x, Pair kernel, Pair stride, Pair padding, Pair dilation)
    {
        int rows = ((x.Shape[2] + (2 * padding.Height) - (dilation.Height * (kernel.Height - 1)) - 1) / stride.Height) + 1;
        int columns = ((x.Shape[3] + (2 * padding.Width) - (dilation.Width * (kernel.Width - 1)) - 1) / stride.Width) + 1;
        Plain y = Plain.From([x.Shape[0], x.Shape[1], kernel.Height, kernel.Width, rows, columns], at =>
        {
            int row = (at[4] * stride.Height) + (at[2] * dilation.Height) - padding.Height, column = (at[5] * stride.Width) + (at[3] * dilation.Width) - padding.Width;
            return row >= 0 && row < x.Shape[2] && column >= 0 && column < x.Shape[3] ? x[at[0], at[1], row, column] : 0;
        });
        return new Plain([x.Shape[0], x.Shape[1] * kernel.Height * kernel.Width, rows * columns], y.Values);
    }

    private static Tensor Normalized(IReadOnlyList<Tensor> x) =>
        x[0].Conv2dBatchNorm(x[1], x[2], Tensor.From(Mean).To(x[0].DType), Tensor.From(Variance).To(x[0].DType), x[3], x[4], padding: 1, residual: x[5], relu: true);

    private static int[][] Block(int images, int channels, int height, int width) => [[images, channels, height, width], [2, channels, 3, 3], [2], [2], [2], [images, 2, height, width]];
}
