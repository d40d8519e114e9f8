using Gradus.Learning.Models;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Models;

public sealed class TokenSamplingTests
{
    private static readonly double[] Logits = [0.5, 2, -1, 1.2, 0];

    /// <summary>Frequencies of many draws follow softmax(logits / temperature), by a chi-squared statistic far within its 99.99 % bound for 4 degrees of freedom (23.5).</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Choose_ManyDraws_FollowsTheSoftmax(double temperature)
    {
        const int Draws = 20_000;
        TokenSampling sampling = new() { Temperature = temperature };
        Rng rng = new(1);
        int[] counts = new int[Logits.Length];

        for (int i = 0; i < Draws; i++)
        {
            counts[sampling.Choose(Logits, rng)]++;
        }

        double[] weights = [.. Logits.Select(logit => Math.Exp(logit / temperature))];
        double statistic = counts.Select((count, token) => (Count: count, Expected: Draws * weights[token] / weights.Sum())).Sum(pair => (pair.Count - pair.Expected) * (pair.Count - pair.Expected) / pair.Expected);
        Assert.InRange(statistic, 0, 23.5);
    }

    [Fact]
    public void Choose_TopTwo_TakesThoseTwoAlone()
    {
        TokenSampling sampling = new() { TopK = 2, Temperature = 100 };
        Rng rng = new(2);

        HashSet<int> seen = [.. Enumerable.Range(0, 200).Select(_ => sampling.Choose(Logits, rng))];

        Assert.Equal([1, 3], seen.Order());
    }

    [Fact]
    public void Greedy_Equals_TakesTheFirstAndDrawsNothing()
    {
        Rng rng = new(3);

        Assert.Equal(1, TokenSampling.Greedy.Choose([0, 7, 7, 1], rng));
        Assert.Equal(0UL, rng.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Temperature_NotAboveZero_IsRefused(double temperature) => Assert.Throws<ArgumentOutOfRangeException>(() => new TokenSampling { Temperature = temperature });

    [Fact]
    public void TopK_None_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new TokenSampling { TopK = 0 });
}
