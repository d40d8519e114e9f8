using System.Globalization;
using System.Text;
using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Images;

/// <summary>Reads and writes the plain image formats of Netpbm: PBM (P1, P4), PGM (P2, P5) and PPM (P3, P6).</summary>
public static class Netpbm
{
    private const long LargestPixels = 1L << 28;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The image in gray or colours; samples up to 255 become 8 bits, larger ones 16, in proportion to the largest that the file names. Bits of PBM become 255 for white.</returns>
    /// <exception cref="DataFormatException">It is no whole image of these formats; file, byte and field are named.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Picture Read(string path) => Parse(DataFile.ReadAll(path), path);

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">An image; only the first where there are several.</param>
    /// <param name="source">The name to use in errors.</param>
    /// <returns>The image, as <see cref="Read"/> gives it.</returns>
    /// <exception cref="DataFormatException">They are no whole image of these formats; byte and field are named.</exception>
    public static Picture Parse(byte[] bytes, string source = "bytes")
    {
        ArgumentNullException.ThrowIfNull(bytes);
        NetpbmScanner scanner = new(bytes, source);
        int kind = scanner.ReadKind();
        int width = scanner.ReadNumber("width", int.MaxValue);
        int height = scanner.ReadNumber("height", int.MaxValue);
        int channels = kind is 3 or 6 ? 3 : 1;
        if (width < 1 || height < 1 || (long)width * height > LargestPixels / (2 * channels))
        {
            throw scanner.Fault("size", $"the image has {width} by {height} pixels; it needs at least one, and at most {LargestPixels} bytes of pixels are read.");
        }

        int most = kind is 1 or 4 ? 1 : scanner.ReadNumber("largest sample", 65535);
        if (most < 1)
        {
            throw scanner.Fault("largest sample", "the largest sample is 0; it must be 1 to 65535.");
        }

        if (kind >= 4)
        {
            scanner.SkipOne();
        }

        return new NetpbmSamples(scanner, kind, width, height, channels, most).Read();
    }

    /// <summary>Writes a file: PGM (P5) for gray, PPM (P6) for colours.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="picture">The image.</param>
    /// <exception cref="ArgumentException">The image has a channel of opacity, for which the formats have no place.</exception>
    public static void Write(string path, Picture picture) => File.WriteAllBytes(path, Encode(picture));

    /// <summary>Writes bytes: PGM (P5) for gray, PPM (P6) for colours.</summary>
    /// <param name="picture">The image.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="ArgumentException">The image has a channel of opacity, for which the formats have no place.</exception>
    public static byte[] Encode(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Channels is not (1 or 3))
        {
            throw new ArgumentException($"Netpbm has no place for opacity, and the image has {picture.Channels} channels; write PNG, or Convert it to 1 or 3.", nameof(picture));
        }

        string header = string.Create(CultureInfo.InvariantCulture, $"P{(picture.Channels == 1 ? 5 : 6)}\n{picture.Width} {picture.Height}\n{(picture.Depth == 8 ? 255 : 65535)}\n");
        return [.. Encoding.ASCII.GetBytes(header), .. picture.Samples.Span];
    }
}
