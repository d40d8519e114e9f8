using Gradus.Learning.Data.Images;
using Gradus.Learning.Tests.Fixtures;

namespace Gradus.Learning.Tests.Data.Images;

/// <summary>An image file with the samples that it holds, as oracles/data_images.py stores them.</summary>
internal sealed record StoredPicture(string Name, string File, int Width, int Height, int Channels, int Depth, int[] Samples)
{
    /// <summary>The files of a fixture.</summary>
    internal static byte[][] Files(string fixture) => [.. Fixture.Read<StoredPicture>(fixture).Select(stored => Convert.FromBase64String(stored.File))];

    /// <summary>Checks that a picture has all the samples of its size.</summary>
    internal static Picture Whole(Picture picture)
    {
        Assert.Equal((long)picture.Width * picture.Height * picture.Channels * picture.Depth / 8, picture.Samples.Length);
        return picture;
    }

    internal void Check(Picture picture)
    {
        Assert.Equal((Width, Height, Channels, Depth), (picture.Width, picture.Height, picture.Channels, picture.Depth));
        int[] seen = [.. from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) from channel in Enumerable.Range(0, Channels) select picture[x, y, channel]];
        Assert.Equal(Samples, seen);
    }
}
