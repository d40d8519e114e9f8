using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class Shapes16Tests
{
    [Fact]
    public void Generate_AnyImage_HasItsShapeInBoxAndMask()
    {
        Shapes16Rows rows = new Shapes16 { Rows = 400, Noise = 0, Clutter = 4 }.Generate(1);

        Assert.All(rows.Labels.CountBy(label => label), count => Assert.Equal(100, count.Value));
        for (int row = 0; row < rows.Rows; row++)
        {
            bool[] mask = rows.Mask(row).ToArray();
            int[] held = [.. Enumerable.Range(0, Shapes16.Pixels).Where(pixel => mask[pixel])];
            (int X, int Y, int Width, int Height) box = (held.Min(pixel => pixel % 16), held.Min(pixel => pixel / 16), 0, 0);
            box = box with { Width = held.Max(pixel => pixel % 16) - box.X + 1, Height = held.Max(pixel => pixel / 16) - box.Y + 1 };

            Assert.Equal(new ShapeBox(box.X, box.Y, box.Width, box.Height), rows.Boxes[row]);

            // Covered by half and at least three quarters bright, or clutter of at most a half.
            Assert.All(held, pixel => Assert.True(rows.Row(row)[pixel] >= 0.375f));
            Assert.Contains(held, pixel => rows.Row(row)[pixel] >= 0.75f);
            Assert.All(Enumerable.Range(0, Shapes16.Pixels).Where(pixel => !mask[pixel]), pixel => Assert.True(rows.Row(row)[pixel] <= 0.75f));
        }
    }

    // How much of its box each shape fills in the plane: a circle π/4, a square all, a triangle half, a cross 1 − 0.67². The tip of a triangle is thinner than a pixel, so its box is lower.
    [Theory]
    [InlineData(0, Math.PI / 4)]
    [InlineData(1, 1)]
    [InlineData(2, 0.5)]
    [InlineData(3, 1 - (0.67 * 0.67))]
    public void Generate_LargeShapes_FillTheirPartOfTheBox(int label, double share)
    {
        Shapes16Rows rows = new Shapes16 { Rows = 400, Smallest = 7, Largest = 7.5, Noise = 0 }.Generate(2);

        double filled = Enumerable.Range(0, 400).Where(row => rows.Labels[row] == label).Average(row => (double)rows.Mask(row).Count(true) / (rows.Boxes[row].Width * rows.Boxes[row].Height));

        Assert.Equal(share, filled, 0.075);
    }

    [Fact]
    public void Generate_SameSeed_SameBits()
    {
        Assert.Equal(new Shapes16 { Rows = 20, Clutter = 3 }.Generate(7).Inputs, new Shapes16 { Rows = 20, Clutter = 3 }.Generate(7).Inputs);
        Assert.NotEqual(new Shapes16 { Rows = 20 }.Generate(7).Inputs, new Shapes16 { Rows = 20 }.Generate(8).Inputs);
        Assert.True(new Shapes16 { Rows = 20 }.Generate(1).ToDataset(1, 16, 16).Inputs.Shape.SequenceEqual([20, 1, 16, 16]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shapes16 { Largest = 8 }.Generate(1));
    }
}
