using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Images;

/// <summary>Reads and writes PNG (ISO/IEC 15948): every colour type and depth, palettes, transparent colours, interlace; checksums are checked.</summary>
public static class Png
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>
    /// The image: gray of less than 8 bits is spread to 0 to 255, a palette becomes colours, and a transparent colour or palette becomes a channel of opacity.
    /// Gamma, colour profiles, texts and animations are passed over.
    /// </returns>
    /// <exception cref="DataFormatException">It is no whole PNG, or one of more than 2²⁸ bytes of pixels; file, byte and field are named.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Picture Read(string path) => Parse(DataFile.ReadAll(path), path);

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">A PNG.</param>
    /// <param name="source">The name to use in errors.</param>
    /// <returns>The image, as <see cref="Read"/> gives it.</returns>
    /// <exception cref="DataFormatException">They are no whole PNG, or one of more than 2²⁸ bytes of pixels; byte and field are named.</exception>
    public static Picture Parse(byte[] bytes, string source = "bytes")
    {
        ArgumentNullException.ThrowIfNull(bytes);
        PngChunks chunks = PngChunks.Read(bytes, source);
        return PngPixels.Unpack(chunks, source);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="picture">The image.</param>
    public static void Write(string path, Picture picture) => File.WriteAllBytes(path, Encode(picture));

    /// <summary>Writes bytes: no interlace, each row with the filter that leaves the smallest differences.</summary>
    /// <param name="picture">The image.</param>
    /// <returns>A PNG of the picture's channels and depth.</returns>
    public static byte[] Encode(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return PngEncoder.Encode(picture);
    }
}
