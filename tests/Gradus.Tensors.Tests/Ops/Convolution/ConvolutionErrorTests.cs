namespace Gradus.Tensors.Tests.Ops.Convolution;

/// <summary>What convolutions and pooling say of bad input.</summary>
public sealed class ConvolutionErrorTests
{
    public static TheoryData<string, string> BadCalls => new()
    {
        { "rank", "[2, 3]" },
        { "channels", "input channels / groups = 3" },
        { "groups", "groups = 2" },
        { "bias", "[4]" },
        { "kernel", "reaches over 9 places" },
        { "same", "needs stride 1" },
        { "padding", "0 or more" },
        { "stride", "at least 1" },
        { "type", "Convert with To()" },
        { "mixed", "Float64" },
        { "empty", "only the batch may be empty" },
        { "one dimension", "[2, 3, 5]" },
        { "transposed", "[input channels, output channels / groups, ...]" },
        { "output padding", "smaller than stride or dilation" },
        { "pool padding", "half of the window" },
        { "pool size", "no window fits" },
        { "pool rank", "Is an Unsqueeze missing?" },
        { "pool type", "Int64" },
        { "divisor", "at least 1" },
        { "adaptive", "output size of at least 1" },
        { "fold", "20 places" },
        { "unfold", "does not fit" },
    };

    [Theory]
    [MemberData(nameof(BadCalls))]
    public void BadCall_OfEachOperator_SaysWhatCameAndWhatIsNeeded(string name, string part)
    {
        Tensor x = Tensor.Ones(2, 3, 5, 5), weight = Tensor.Ones(4, 3, 3, 3);

        Exception? error = Record.Exception(() => _ = name switch
        {
            "rank" => Tensor.Ones(2, 3).Conv2d(weight),
            "channels" => x.Conv2d(Tensor.Ones(4, 2, 3, 3)),
            "groups" => x.Conv2d(weight, groups: 2),
            "bias" => x.Conv2d(weight, Tensor.Ones(3)),
            "kernel" => x.Conv2d(weight, dilation: 4),
            "same" => x.Conv2d(weight, stride: 2, padding: Padding.Same),
            "padding" => x.Conv2d(weight, padding: -1),
            "stride" => x.Conv2d(weight, stride: 0),
            "type" => x.To(DType.Int64).Conv2d(weight),
            "mixed" => x.Conv2d(weight.To(DType.Float64)),
            "empty" => Tensor.Ones(2, 3, 0, 5).Conv2d(weight),
            "one dimension" => Tensor.Ones(2, 3, 5).Conv1d(Tensor.Ones(4, 3, 9)),
            "transposed" => x.ConvTranspose2d(weight),
            "output padding" => x.ConvTranspose2d(Tensor.Ones(3, 4, 3, 3), outputPadding: 1),
            "pool padding" => x.MaxPool2d(2, padding: 2),
            "pool size" => x.AvgPool2d(7),
            "pool rank" => Tensor.Ones(3, 5).MaxPool2d(2),
            "pool type" => x.To(DType.Int64).AdaptiveAvgPool2d(1),
            "divisor" => x.AvgPool2d(2, divisorOverride: 0),
            "adaptive" => x.AdaptiveMaxPool2d(0),
            "fold" => Tensor.Ones(1, 4, 19).Fold((5, 6), 2),
            _ => x.Unfold(7),
        });

        Assert.NotNull(error);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conv2d_EmptyBatch_GivesAnEmptyResultAndZeroGradients()
    {
        Tensor x = Tensor.Zeros(0, 3, 5, 5), weight = Tensor.Ones(4, 3, 3, 3);
        (x.RequiresGrad, weight.RequiresGrad) = (true, true);

        Tensor y = x.Conv2d(weight);
        Tensor[] gradients = Gradient.Of(y.Sum(), [x, weight]);

        Assert.Equal([0, 4, 3, 3], y.Shape.ToArray());
        Assert.Equal([0, 3, 5, 5], gradients[0].Shape.ToArray());
        Assert.All(gradients[1].ToArray<float>(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void MaxPool2d_EqualNumbersAndNaN_TakesTheFirstAndTheLast()
    {
        Tensor x = Tensor.From([3f, 3f, float.NaN, 1f, 2f, 3f, 5f, float.NaN], 1, 2, 4);

        (Tensor values, Tensor places) = x.MaxPool2dWithIndices(2);

        Assert.Equal([3f, float.NaN], values.ToArray<float>());
        Assert.Equal([0L, 7L], places.ToArray<long>());
    }
}
