using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

/// <summary>Posteriors that are told must be those of the rows: an honest forecast has the Brier score that it expects of itself, and its choice the error that it expects.</summary>
public sealed class PosteriorTests
{
    public static TheoryData<string> Names => ["moons", "moons far apart", "two spirals", "three spirals", "xor"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_ManyRows_HaveTheToldPosteriors(string name)
    {
        PosteriorRows rows = Make(name, 6000, 5);
        double brier = 0, expected = 0, errors = 0;
        for (int row = 0; row < rows.Rows; row++)
        {
            ReadOnlySpan<double> posterior = rows.Posteriors.AsSpan(row * rows.Classes, rows.Classes);
            double sum = 0, largest = 0;
            int choice = 0;
            for (int label = 0; label < rows.Classes; label++)
            {
                double p = posterior[label];
                sum += p;
                brier += Math.Pow((rows.Labels[row] == label ? 1 : 0) - p, 2);
                expected += p * (1 - p);
                (largest, choice) = p > largest ? (p, label) : (largest, choice);
            }

            Assert.Equal(1, sum, 1e-12);
            errors += choice == rows.Labels[row] ? 0 : 1;
        }

        // Deviations of a few hundredths of a share of 6,000 rows: four standard deviations.
        Assert.Equal(expected / rows.Rows, brier / rows.Rows, 0.015);
        Assert.Equal(rows.BayesError(), errors / rows.Rows, 0.02);
        Assert.InRange(rows.BayesError(), 0.002, 0.35);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_NearestNeighbours_ComeNearTheBayesError(string name)
    {
        PosteriorRows train = Make(name, 2000, 1), test = Make(name, 500, 2);

        double error = Enumerable.Range(0, 500).Average(row => Vote(train, test.Row(row), 15) == test.Labels[row] ? 0.0 : 1.0);

        Assert.InRange(error, 0, test.BayesError() + 0.06);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_SameSeed_SameBits(string name)
    {
        Assert.Equal(Make(name, 50, 3).Inputs, Make(name, 50, 3).Inputs);
        Assert.NotEqual(Make(name, 50, 3).Inputs, Make(name, 50, 4).Inputs);
    }

    [Fact]
    public void Generate_NoNoise_LiesOnTheCurves()
    {
        PosteriorRows moons = new TwoMoons { Noise = 0 }.Generate(1);
        for (int row = 0; row < moons.Rows; row++)
        {
            (double x, double y) = (moons.Row(row)[0], moons.Row(row)[1]);
            (double dx, double dy) = row % 2 == 0 ? (x, y) : (1 - x, 0.5 - y);
            Assert.Equal(1, (dx * dx) + (dy * dy), 1e-6);
            Assert.True(dy > -1e-6);
        }

        Assert.Equal(0, moons.BayesError());
        Assert.Equal(0, new Spirals { Noise = 0, Classes = 3 }.Generate(1).BayesError());
    }

    [Fact]
    public void Generate_BadOptions_AreNamed()
    {
        Assert.Contains("Noise", Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMoons { Noise = 0.001 }.Generate(1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Spirals { Classes = 4 }.Generate(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Spirals { Turns = double.NaN }.Generate(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMoons { Rows = 0 }.Generate(1));
    }

    private static PosteriorRows Make(string name, int rows, ulong seed) => name switch
    {
        "moons" => new TwoMoons { Rows = rows, Noise = 0.25 }.Generate(seed),
        "moons far apart" => new TwoMoons { Rows = rows, Noise = 0.15 }.Generate(seed),
        "two spirals" => new Spirals { Rows = rows, Noise = 0.06 }.Generate(seed),
        "three spirals" => new Spirals { Rows = rows, Classes = 3, Turns = 1, Noise = 0.08 }.Generate(seed),
        _ => new Xor { Rows = rows, Noise = 0.3 }.Generate(seed),
    };

    private static int Vote(PosteriorRows train, ReadOnlySpan<float> point, int neighbours)
    {
        (float x, float y) = (point[0], point[1]);
        return Enumerable.Range(0, train.Rows)
            .OrderBy(row => Math.Pow(train.Inputs[2 * row] - x, 2) + Math.Pow(train.Inputs[(2 * row) + 1] - y, 2))
            .Take(neighbours)
            .CountBy(row => train.Labels[row])
            .MaxBy(count => count.Value)
            .Key;
    }
}
