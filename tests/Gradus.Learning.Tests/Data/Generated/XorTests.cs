using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class XorTests
{
    [Fact]
    public void Generate_Defaults_AreTheFourPoints()
    {
        GeneratedRows rows = new Xor().Generate(1);

        Assert.Equal([0, 0, 0, 1, 1, 0, 1, 1], rows.Inputs);
        Assert.Equal([0, 1, 1, 0], rows.Labels);
    }

    [Fact]
    public void Generate_Noise_SpreadsByItsDeviationAndKeepsLabels()
    {
        GeneratedRows rows = new Xor { Rows = 4000, Noise = 0.2 }.Generate(3);

        double deviation = Math.Sqrt(Enumerable.Range(0, rows.Rows).Average(row => Math.Pow(rows.Row(row)[0] - (row / 2 % 2), 2)));
        Assert.InRange(deviation, 0.19, 0.21);
        Assert.Equal(rows.Inputs, new Xor { Rows = 4000, Noise = 0.2 }.Generate(3).Inputs);
        Assert.NotEqual(rows.Inputs, new Xor { Rows = 4000, Noise = 0.2 }.Generate(4).Inputs);
    }

    [Fact]
    public void Generate_LinearModel_IsRightOnAtMostThreeQuarters()
    {
        GeneratedRows rows = new Xor { Rows = 400, Noise = 0.05 }.Generate(5);

        Assert.InRange(new LinearClassifier(rows, 2).Accuracy(rows), 0.25, 0.76);
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(4, -0.1)]
    [InlineData(4, double.NaN)]
    public void Generate_BadOption_Throws(int rows, double noise) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Xor { Rows = rows, Noise = noise }.Generate(1));
}
