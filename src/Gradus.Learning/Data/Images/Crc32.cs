namespace Gradus.Learning.Data.Images;

/// <summary>The checksum of PNG's chunks: CRC-32 of ISO 3309 with the polynomial 0xEDB88320, lowest bit first.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(first =>
    {
        uint value = (uint)first;
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
        }

        return value;
    })];

    /// <summary>The checksum of bytes.</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint value = uint.MaxValue;
        foreach (byte next in bytes)
        {
            value = Table[(byte)(value ^ next)] ^ (value >> 8);
        }

        return ~value;
    }
}
