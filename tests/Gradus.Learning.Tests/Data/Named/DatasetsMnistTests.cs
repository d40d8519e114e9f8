using Gradus.Learning.Data;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Idx;
using Gradus.Learning.Data.Images;
using Gradus.Learning.Data.Named;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Named;

public sealed class DatasetsMnistTests
{
    [Fact]
    public void Mnist_OfficialFiles_HaveTheKnownRowsAndFigures()
    {
        DataParts<ImageDataset> mnist = Datasets.Mnist(RealData.Folder("mnist"));

        Assert.Equal((60_000, 10_000), (mnist.Train.Count, mnist.Test.Count));
        Assert.Equal((1, 28, 28), (mnist.Train.Channels, mnist.Train.Height, mnist.Train.Width));
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], mnist.Train.Labels[..10].ToArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], mnist.Test.Labels[..10].ToArray());
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Enumerable.Range(0, 10).Select(digit => mnist.Train.Labels.Count(digit)));

        // The figures that PyTorch's example normalizes by.
        long[] histogram = new long[256];
        for (int row = 0; row < mnist.Train.Count; row++)
        {
            foreach (byte pixel in mnist.Train.Pixels(row))
            {
                histogram[pixel]++;
            }
        }

        double sum = histogram.Select((times, pixel) => times * (pixel / 255.0)).Sum(), squares = histogram.Select((times, pixel) => times * (pixel / 255.0) * (pixel / 255.0)).Sum();
        double count = 60_000.0 * 784;
        Assert.Equal(0.1307, sum / count, 4);
        Assert.Equal(0.3081, Math.Sqrt((squares / count) - (sum / count * sum / count)), 4);
    }

    [Fact]
    public void Mnist_FilesMissing_SaysWhatAndHow()
    {
        using TemporaryFolder folder = new();

        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => Datasets.Mnist(folder.Path));

        Assert.Contains("train-images-idx3-ubyte", error.Message, StringComparison.Ordinal);
        Assert.Contains("gradus data get", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mnist_LabelsOfOtherImages_AreRefused()
    {
        using TemporaryFolder folder = new();
        foreach (string part in (string[])["train", "t10k"])
        {
            new IdxArray(IdxType.UnsignedByte, [2, 28, 28], new byte[2 * 784]).Write(Path.Combine(folder.Path, $"{part}-images-idx3-ubyte"));
            new IdxArray(IdxType.UnsignedByte, [2], [1, 10]).Write(Path.Combine(folder.Path, $"{part}-labels-idx1-ubyte"));
        }

        DataFormatException tooLarge = Assert.Throws<DataFormatException>(() => Datasets.Mnist(folder.Path));
        new IdxArray(IdxType.UnsignedByte, [3], [1, 2, 3]).Write(Path.Combine(folder.Path, "train-labels-idx1-ubyte"));
        DataFormatException tooMany = Assert.Throws<DataFormatException>(() => Datasets.Mnist(folder.Path));

        Assert.Equal(("label", 9), (tooLarge.Field, tooLarge.Offset));
        Assert.Contains("3 labels for the 2 images", tooMany.Message, StringComparison.Ordinal);
    }
}
