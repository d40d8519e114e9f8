using System.Text.Json;
using Gradus.Tensors.Random;

namespace Gradus.Tensors.Tests.Random;

public sealed class NormalQuantileTests
{
    /// <summary>oracles/normal_quantile.py, 40 digits rounded to double: probabilities from 1e-300 to 1 − 2⁻⁵³.</summary>
    [Fact]
    public void Invoke_AnyProbability_IsWithinThreeParts1E15OfTheReference()
    {
        Row[] rows = JsonSerializer.Deserialize<Row[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "normal_quantile.json")), JsonSerializerOptions.Web)!;

        double worst = rows.Max(row => Math.Abs(NormalQuantile.Invoke(row.Probability) - row.Quantile) / Math.Max(Math.Abs(row.Quantile), 1e-16));

        Assert.True(rows.Length > 100);
        Assert.True(worst < 3e-15, $"relative error {worst:R}");
    }

    [Fact]
    public void Invoke_RisingProbabilities_NeverFalls()
    {
        double before = double.NegativeInfinity;
        for (int i = 0; i < 200_000; i++)
        {
            double value = NormalQuantile.Invoke((i + 0.5) / 200_000);
            Assert.True(value >= before, $"falls at {i}");
            before = value;
        }
    }

    [Fact]
    public void Invoke_ProbabilityAndItsComplement_AreOpposite()
    {
        for (int i = 1; i < 1024; i++)
        {
            // Sums of powers of two, so that the complement is exact.
            double probability = i / 1024.0;

            Assert.Equal(-NormalQuantile.Invoke(probability), NormalQuantile.Invoke(1 - probability));
        }
    }

    private sealed record Row(double Probability, double Quantile);
}
