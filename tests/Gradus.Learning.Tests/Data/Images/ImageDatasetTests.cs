using Gradus.Learning.Data;
using Gradus.Learning.Data.Images;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Images;

public sealed class ImageDatasetTests
{
    // Two images of two channels, one row, two columns.
    private static readonly ImageDataset Images = new(new byte[] { 0, 51, 102, 153, 204, 255, 1, 2 }, [3, 1], 2, 1, 2);

    [Fact]
    public void Take_Rows_AreSharesOf255()
    {
        Batch batch = Images.Take([1, 0]);

        Assert.True(batch.Inputs.Shape.SequenceEqual([2, 2, 1, 2]));
        Assert.Equal([204 / 255f, 1f, 1 / 255f, 2 / 255f, 0f, 0.2f, 0.4f, 0.6f], batch.Inputs.ToArray<float>());
        Assert.Equal([1L, 3L], batch.Targets.ToArray<long>());
    }

    [Fact]
    public void Normalized_EachChannel_HasItsOwnFigures()
    {
        float[] values = Images.Normalized([0.2f, 0.4f], [0.5f, 2f]).Take([0]).Inputs.ToArray<float>();

        Assert.Equal([-0.4f, 0f, 0f, (0.6f - 0.4f) / 2f], values);
    }

    [Fact]
    public void Subset_OfSubset_TakesTheRightRows()
    {
        Dataset subset = Images.Subset([1, 1, 0]).Subset([2, 0]);

        Assert.Equal([3L, 1L], subset.ToTensors().Targets.ToArray<long>());
        Assert.Throws<ArgumentOutOfRangeException>(() => subset.Take([2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Images.Subset([2]));
    }

    [Fact]
    public void ToTensors_InAScope_OutlivesIt()
    {
        TensorDataset all;
        using (TensorScope scope = new())
        {
            all = Images.ToTensors();
        }

        Assert.Equal([3L, 1L], all.Targets.ToArray<long>());
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(-1, 1, 2)]
    [InlineData(0, 0, 0)]
    public void Constructor_SizesDoNotFit_SaysSo(int channels, int height, int width) =>
        Assert.Contains("8 bytes for 2 images", Assert.Throws<ArgumentException>(() => new ImageDataset(new byte[8], [0, 1], channels, height, width)).Message, StringComparison.Ordinal);
}
