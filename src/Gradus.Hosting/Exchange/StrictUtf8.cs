using System.Text;

namespace Gradus.Hosting.Exchange;

/// <summary>Reads UTF-8 and refuses what is not, with its place.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file, without a byte-order mark.</summary>
    public static string Decode(byte[] bytes, string source)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException error)
        {
            int at = Math.Clamp(FirstInvalid(content), 0, content.Length);
            throw new ImportException(source, $"line {content[..at].Count((byte)'\n') + 1} is not UTF-8 at byte {at + bytes.Length - content.Length}; save the file as UTF-8.", error);
        }
    }

    /// <summary>The text of a field.</summary>
    public static string Decode(byte[] bytes, string source, string place)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new ImportException(source, $"{place} is not UTF-8 at its byte {FirstInvalid(bytes)}.", error);
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            at += consumed;
        }

        return at;
    }
}
