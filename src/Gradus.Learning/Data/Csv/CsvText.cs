using System.Text;

namespace Gradus.Learning.Data.Csv;

/// <summary>The characters of a table, as UTF-8: half the memory of a string, and most of them are looked at once.</summary>
internal sealed class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private CsvText(byte[] bytes) => Bytes = bytes;

    internal byte[] Bytes { get; }

    /// <summary>The characters of a file.</summary>
    /// <exception cref="CsvException">They are not in the encoding of the options.</exception>
    internal static CsvText Of(byte[] bytes, string source, CsvOptions options)
    {
        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => options.Encoding,
        };
        if (encoding.CodePage == Encoding.UTF8.CodePage && System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return new CsvText(bytes);
        }

        try
        {
            return new CsvText(Strict.GetBytes(encoding.GetString(bytes)));
        }
        catch (DecoderFallbackException broken)
        {
            int line = 1 + bytes.AsSpan(0, Math.Clamp(broken.Index, 0, bytes.Length)).Count((byte)'\n');
            throw Refusal(source, line, $"the file is not {encoding.WebName} (byte {broken.Index}); save it so, or name its encoding in the options.");
        }
    }

    /// <summary>The characters of a text.</summary>
    /// <exception cref="CsvException">It holds half a surrogate pair.</exception>
    internal static CsvText Of(string text, string source)
    {
        try
        {
            return new CsvText(Strict.GetBytes(text));
        }
        catch (EncoderFallbackException broken)
        {
            throw Refusal(source, 1 + text.AsSpan(0, broken.Index).Count('\n'), $"the text holds half a surrogate pair (character {broken.Index}); it is no valid Unicode.");
        }
    }

    /// <summary>The characters of a cell as they stand there.</summary>
    internal ReadOnlySpan<byte> Raw(CsvCell cell) => Bytes.AsSpan(cell.Start, cell.Length);

    /// <summary>The value of a cell.</summary>
    internal string Value(CsvCell cell)
    {
        string raw = Encoding.UTF8.GetString(Raw(cell));
        return cell.Escaped ? raw.Replace("\"\"", "\"", StringComparison.Ordinal) : raw;
    }

    private static CsvException Refusal(string source, int line, string problem) => new([new CsvError(source, line, null, null, problem)], 1);
}
