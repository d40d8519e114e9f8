using Gradus.Learning.Models;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Models;

public sealed class PerceptronTests
{
    /// <summary>Novikoff: at most (R / γ)² mistakes in all, for the margin γ of any plane that separates the classes and rows of length R at most, the bias among the weights.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Learn_SeparableRows_MakesAtMostNovikoffsMistakes(ulong seed)
    {
        const double Margin = 0.1;
        Rng rng = new(seed);
        List<float> values = [];
        List<bool> positive = [];
        while (positive.Count < 200)
        {
            double x = (2 * rng.NextDouble()) - 1, y = (2 * rng.NextDouble()) - 1, score = ((0.6 * x) + (0.8 * y) - 0.2) / Math.Sqrt(1 + (0.2 * 0.2));
            if (Math.Abs(score) >= Margin)
            {
                values.AddRange([(float)x, (float)y]);
                positive.Add(score > 0);
            }
        }

        Tensor rows = Tensor.From(values.ToArray(), positive.Count, 2);
        Perceptron model = new(2);
        int all = 0, last;
        do
        {
            last = model.Learn(rows, positive);
            all += last;
        }
        while (last > 0 && all < 1000);

        Assert.InRange(all, 1, (int)(3 / (Margin * Margin))); // R² is at most 1 + 1 + 1
        Assert.Equal(positive, model.Forward(rows).ToArray<float>().Select(score => score > 0));
    }

    [Fact]
    public void Learn_Xor_NeverStops()
    {
        Tensor rows = Tensor.From([0f, 0, 0, 1, 1, 0, 1, 1], 4, 2);
        Perceptron model = new(2);

        Assert.All(Enumerable.Range(0, 50), _ => Assert.True(model.Learn(rows, [false, true, true, false], 0.1) > 0));
    }

    [Fact]
    public void Learn_OneMistake_AddsTheRow()
    {
        Perceptron model = new(2);

        int mistakes = model.Learn(Tensor.From([2f, -3], 1, 2), [false], 0.5);

        Assert.Equal(1, mistakes);
        Assert.Equal([-1f, 1.5f], model.Parameters()[0].ToArray<float>());
        Assert.Equal([-0.5f], model.Parameters()[1].ToArray<float>());
    }

    [Fact]
    public void Learn_RowsOfAnotherWidth_NamesBoth()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Perceptron(3).Learn(Tensor.Zeros(2, 2), [true, false]));

        Assert.Contains("Perceptron(3) got rows of shape [2, 2] and 2 answers", error.Message, StringComparison.Ordinal);
    }
}
