namespace Gradus.Tensors.Tests.Ops;

/// <summary>Windows of 2 by 2, which have kernels of their own, with many equal numbers and NaN, for rows shorter and longer than a vector.</summary>
public sealed class MaxPoolingTests
{
    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = [];
            foreach (int width in (int[])[2, 7, 15, 16, 17, 18, 24, 31, 33, 46, 65])
            {
                sizes.Add((width % 5) + 2, width);
            }

            return sizes;
        }
    }

    /// <summary>The first of equals counts, and of several NaN the last.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void MaxPool2d_WithPlacesOrWithout_IsTheFirstOfTheGreatest(int height, int width)
    {
        Tensor x = Draw(height, width);

        (Tensor values, Tensor places) = x.MaxPool2dWithIndices(2);

        (float[] expected, long[] at) = Greatest(x);
        Assert.Equal(expected, values.ToArray<float>());
        Assert.Equal(at, places.ToArray<long>());
        Assert.Equal(expected, x.MaxPool2d(2).ToArray<float>());
    }

    /// <summary>The gradient of a window goes to the place that was taken, all else gets none.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void MaxPool2d_Gradient_GoesToThePlaces(int height, int width)
    {
        Tensor x = Draw(height, width);
        x.RequiresGrad = true;
        Tensor y = x.MaxPool2d(2), gradient = Tensor.Randn(new Rng(3), y.Shape);

        float[] actual = Gradient.Of(y, [x], gradient)[0].ToArray<float>();

        (_, long[] at) = Greatest(x);
        float[] expected = new float[actual.Length], flows = gradient.ToArray<float>();
        int size = height * width, windows = at.Length / 2;
        for (int i = 0; i < at.Length; i++)
        {
            expected[(i / windows * size) + at[i]] = flows[i];
        }

        Assert.Equal(expected, actual);
    }

    private static Tensor Draw(int height, int width)
    {
        Rng rng = new Rng(20261126).Split(width);
        float[] values = new float[2 * height * width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = rng.NextInt(12) == 0 ? float.NaN : rng.NextInt(4);
        }

        return Tensor.From(values, 1, 2, height, width);
    }

    private static (float[] Values, long[] Places) Greatest(Tensor x)
    {
        int height = x.Shape[2], width = x.Shape[3];
        float[] from = x.ToArray<float>();
        List<float> values = [];
        List<long> places = [];
        for (int plane = 0; plane < 2; plane++)
        {
            for (int row = 0; row + 1 < height; row += 2)
            {
                for (int column = 0; column + 1 < width; column += 2)
                {
                    int first = (row * width) + column, best = first;
                    foreach (int place in (int[])[first, first + 1, first + width, first + width + 1])
                    {
                        float value = from[(plane * height * width) + place], most = from[(plane * height * width) + best];
                        best = value > most || float.IsNaN(value) ? place : best;
                    }

                    values.Add(from[(plane * height * width) + best]);
                    places.Add(best);
                }
            }
        }

        return ([.. values], [.. places]);
    }

    // A window of two places three apart, one of which is padding and the other beyond the input.
    [Fact]
    public void MaxPool1d_DilatedWindowThatHoldsNothing_HasNoPlaceAndNoGradient()
    {
        Tensor x = Tensor.From([1f, 2, 3, 4], 1, 2, 2);
        x.RequiresGrad = true;

        Tensor y = x.MaxPool1d(2, 1, 1, 3);
        Tensor upper = Tensor.Ones(y.Shape);
        upper.RequiresGrad = true;
        Tensor gradient = Gradient.Of(y, [x], upper, createGraph: true)[0], second = Gradient.Of(gradient.Sum(), [upper])[0];
        (_, Tensor places) = x.Detach().MaxPool1dWithIndices(2, 1, 1, 3);

        Assert.All(y.ToArray<float>(), value => Assert.Equal(float.NegativeInfinity, value));
        Assert.All(gradient.ToArray<float>().Concat(second.ToArray<float>()), value => Assert.Equal(0f, value));
        Assert.All(places.ToArray<long>(), place => Assert.Equal(-1L, place));
    }
}
