using Gradus.Learning.Layers;
using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Summaries;

/// <summary>The field that a summary names is the region from which a gradient comes, for stacks of layers without an edge in the way.</summary>
public sealed class ReceptiveFieldTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Summary_RandomStack_IsTheReachOfTheGradient(int seed)
    {
        Rng rng = new((ulong)seed);
        Sequential model = new([.. Enumerable.Range(0, 1 + rng.NextInt(4)).Select(_ => Any(rng))]);
        foreach (Tensor parameter in model.Parameters())
        {
            parameter.Detach().Fill(1);
        }

        Tensor input = Tensor.Ones(1, 1, 90, 90);
        input.RequiresGrad = true;
        Tensor output = model.Forward(input);
        ReceptiveField field = model.Summary(1, 1, 90, 90).Rows[0].Field!;

        // Places differ where windows overlap by parts of a step: the field is the largest reach of any.
        (int rows, int columns) = (0, 0);
        for (int down = 0; down < 4; down++)
        {
            for (int right = 0; right < 4; right++)
            {
                Tensor place = output.Narrow(2, (output.Shape[2] / 2) - 2 + down, 1).Narrow(3, (output.Shape[3] / 2) - 2 + right, 1);
                float[] gradient = Gradient.Of(place.Sum(), [input], createGraph: true)[0].ToArray<float>();
                int[] hit = [.. Enumerable.Range(0, gradient.Length).Where(i => gradient[i] != 0)];
                rows = Math.Max(rows, 1 + hit.Max(i => i / 90) - hit.Min(i => i / 90));
                columns = Math.Max(columns, 1 + hit.Max(i => i % 90) - hit.Min(i => i % 90));
            }
        }

        Assert.Equal((Pair)(rows, columns), field.Size);
    }

    // Strides do not exceed kernels, and only the first layers shrink, so that no place is left without a field.
    private static Layer Any(Rng rng)
    {
        int height = 1 + rng.NextInt(3), width = 1 + rng.NextInt(3), stride = 1 + rng.NextInt(2), dilation = 1 + rng.NextInt(2);
        return rng.NextInt(4) switch
        {
            0 => new Conv2d(1, 1, (height, width), stride, padding: rng.NextInt(2), dilation: dilation),
            1 => new AvgPool2d((height + 1, width + 1), stride),
            2 => new Conv2d(1, 1, (height, width), padding: 1),
            _ => new Residual(new Conv2d(1, 1, (3, width | 1), padding: (1, width / 2)), new Conv2d(1, 1, 1)),
        };
    }

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(4, 2, 1)]
    [InlineData(3, 2, 1)]
    [InlineData(5, 3, 1)]
    [InlineData(3, 2, 2)]
    [InlineData(4, 3, 2)]
    [InlineData(2, 3, 1)]
    public void Summary_TransposedConvolution_IsTheReachOfTheGradient(int kernel, int stride, int dilation)
    {
        ConvTranspose1d layer = new(1, 1, kernel, stride, dilation: dilation, bias: false);
        layer.Weight.Detach().Fill(1);
        Tensor input = Tensor.Ones(1, 1, 20);
        input.RequiresGrad = true;
        Tensor output = layer.Forward(input);

        int reach = 0;
        for (int place = 8; place < 20; place++)
        {
            float[] gradient = Gradient.Of(output.Narrow(2, place, 1).Sum(), [input], createGraph: true)[0].ToArray<float>();
            int[] hit = [.. Enumerable.Range(0, gradient.Length).Where(i => gradient[i] != 0)];
            reach = hit.Length == 0 ? reach : Math.Max(reach, 1 + hit.Max() - hit.Min());
        }

        Assert.Equal(reach, layer.Summary(1, 1, 20).Rows[0].Field!.Size.Width);
    }

    [Fact]
    public void Through_CurriculumsFormula_GrowsByTheJump()
    {
        ReceptiveField field = ReceptiveField.One(2).Through(3, 2, 1).Through(3, 1, 2).Through((1, 5), 1, 1);

        Assert.Equal("11 × 19", field.ToString());
    }
}
