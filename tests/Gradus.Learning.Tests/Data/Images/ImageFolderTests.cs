using Gradus.Learning.Data;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Images;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Images;

public sealed class ImageFolderTests
{
    [Fact]
    public void Take_TwoClasses_ReadsAndConverts()
    {
        using TemporaryFolder root = Make();

        ImageFolder images = new(root.Path);
        Batch batch = images.Take([2, 0]);

        Assert.Equal(["cat", "dog"], images.Classes);
        Assert.Equal([0, 0, 1], images.Labels.ToArray());
        Assert.True(batch.Inputs.Shape.SequenceEqual([2, 3, 1, 2]));
        Assert.Equal([0.2f, 0.4f, 0.2f, 0.4f, 0.2f, 0.4f, 1f, 0f, 0f, 1f, 0f, 0f], batch.Inputs.ToArray<float>());
        Assert.Equal([1L, 0L], batch.Targets.ToArray<long>());
        Assert.Equal(images.ToTensors().Inputs.ToArray<float>(), images.ReadAll().ToTensors().Inputs.ToArray<float>());
    }

    [Fact]
    public void Take_OtherSize_IsRefusedOrResized()
    {
        using TemporaryFolder root = Make();
        Png.Write(Path.Combine(root.Path, "dog", "z.png"), new Picture(4, 1, 1, new byte[] { 0, 0, 255, 255 }));

        DataFormatException error = Assert.Throws<DataFormatException>(() => new ImageFolder(root.Path).Take([3]));
        Batch resized = new ImageFolder(root.Path, channels: 1, height: 1, width: 1).Take([3]);

        Assert.Contains("4 by 1 pixels, the first of the folder 2 by 1", error.Message, StringComparison.Ordinal);
        Assert.Equal(128 / 255f, (float)resized.Inputs.Item());
    }

    [Fact]
    public void Constructor_NoImages_SaysWhatIsNeeded()
    {
        using TemporaryFolder root = new();
        Directory.CreateDirectory(Path.Combine(root.Path, "cat"));

        Assert.Contains("root/class/image.png", Assert.Throws<ArgumentException>(() => new ImageFolder(root.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ImageFolder(root.Path, height: 3));
        Assert.Throws<DirectoryNotFoundException>(() => new ImageFolder(Path.Combine(root.Path, "none")));
    }

    private static TemporaryFolder Make()
    {
        TemporaryFolder root = new();
        Directory.CreateDirectory(Path.Combine(root.Path, "cat"));
        Directory.CreateDirectory(Path.Combine(root.Path, "dog"));
        Png.Write(Path.Combine(root.Path, "cat", "a.png"), new Picture(2, 1, 3, new byte[] { 255, 0, 0, 0, 255, 0 }));
        Netpbm.Write(Path.Combine(root.Path, "cat", "b.PPM"), new Picture(2, 1, 3, new byte[6]));
        Netpbm.Write(Path.Combine(root.Path, "dog", "c.pgm"), new Picture(2, 1, 1, new byte[] { 51, 102 }));
        File.WriteAllText(Path.Combine(root.Path, "dog", "notes.txt"), "no image");
        return root;
    }
}
