using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class Glyphs12Tests
{
    [Fact]
    public void Generate_SameSeed_SameBits()
    {
        Glyphs12 glyphs = new() { Rows = 30 };

        Assert.Equal(glyphs.Generate(8).Inputs, glyphs.Generate(8).Inputs);
        Assert.NotEqual(glyphs.Generate(8).Inputs, glyphs.Generate(9).Inputs);
    }

    [Fact]
    public void Generate_Pixels_LieInZeroToOneAndEachDigitComesEquallyOften()
    {
        GeneratedRows rows = new Glyphs12 { Rows = 200 }.Generate(1);

        Assert.All(rows.Inputs, pixel => Assert.InRange(pixel, 0, 1));
        Assert.All(rows.Labels.CountBy(label => label), count => Assert.Equal(20, count.Value));
        Assert.NotEqual([.. rows.Labels.Order()], rows.Labels);
    }

    [Fact]
    public void Generate_PlainOne_IsAColumnOfInk()
    {
        Glyphs12 plain = new() { Rows = 10, Shift = 0, Rotation = 0, Scaling = 0, Thinnest = 1.2, Thickest = 1.2, Noise = 0, Blur = 0 };

        GeneratedRows rows = plain.Generate(1);
        ReadOnlySpan<float> one = rows.Row(Array.IndexOf(rows.Labels, 1));

        Assert.True(one[(5 * Glyphs12.Side) + 6] > 0.9f);
        Assert.Equal(0f, one[5 * Glyphs12.Side]);
        Assert.Equal(0f, one[(5 * Glyphs12.Side) + 11]);
    }

    [Fact]
    public void Generate_LinearModel_ReadsUnseenDigits()
    {
        GeneratedRows train = new Glyphs12 { Rows = 600 }.Generate(1);
        GeneratedRows test = new Glyphs12 { Rows = 300 }.Generate(2);

        Assert.InRange(new LinearClassifier(train, Glyphs12.Classes, 60).Accuracy(test), 0.8, 1.0);
    }

    [Fact]
    public void Generate_BadOption_Throws()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new Glyphs12 { Blur = 2 }.Generate(1));

        Assert.Contains("Blur got 2; it takes 0 to 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Glyphs12 { Rows = 0 }.Generate(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Glyphs12 { Thickest = 0.2 }.Generate(1));
    }
}
