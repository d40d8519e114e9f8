using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Images;

/// <summary>Reads the words and bytes of a Netpbm file.</summary>
internal sealed class NetpbmScanner(byte[] bytes, string source)
{
    private int _place;

    /// <summary>The bytes that are left.</summary>
    internal ReadOnlySpan<byte> Rest => bytes.AsSpan(_place);

    internal DataFormatException Fault(string field, string problem) => new(source, _place, field, problem);

    /// <summary>Reads P1 to P6.</summary>
    internal int ReadKind()
    {
        if (bytes is not [(byte)'P', >= (byte)'1' and <= (byte)'6', ..])
        {
            throw Fault("magic number", "the file does not begin with P1 to P6; it is no PBM, PGM or PPM.");
        }

        _place = 2;
        return bytes[1] - '0';
    }

    /// <summary>Reads a number after white space and comments.</summary>
    internal int ReadNumber(string field, int most)
    {
        SkipBlank();
        int begin = _place;
        long number = 0;
        while (_place < bytes.Length && bytes[_place] is >= (byte)'0' and <= (byte)'9' && number <= most)
        {
            number = (10 * number) + bytes[_place++] - '0';
        }

        return begin == _place ? throw Fault(field, _place == bytes.Length ? "the file ends here; a number is needed." : $"there is the byte 0x{bytes[_place]:X2}; a number is needed.")
            : number > most ? throw Fault(field, $"the number is greater than {most}.")
            : (int)number;
    }

    /// <summary>Reads the next 0 or 1 after white space and comments; bits need no space between them.</summary>
    internal int ReadBit()
    {
        SkipBlank();
        if (_place == bytes.Length || bytes[_place] is not ((byte)'0' or (byte)'1'))
        {
            throw Fault("pixels", _place == bytes.Length ? "the file ends here; a 0 or 1 is needed." : $"there is the byte 0x{bytes[_place]:X2}; a 0 or 1 is needed.");
        }

        return bytes[_place++] - '0';
    }

    /// <summary>Skips the one white space that stands between header and bytes.</summary>
    internal void SkipOne()
    {
        if (_place == bytes.Length || !IsBlank(bytes[_place]))
        {
            throw Fault("header", "the header must end with one white space before the pixels.");
        }

        _place++;
    }

    private static bool IsBlank(byte letter) => letter is (byte)' ' or (>= 9 and <= 13);

    private void SkipBlank()
    {
        while (_place < bytes.Length && (IsBlank(bytes[_place]) || bytes[_place] == '#'))
        {
            if (bytes[_place] == '#')
            {
                int end = Rest.IndexOfAny((byte)'\n', (byte)'\r');
                _place = end < 0 ? bytes.Length : _place + end;
            }
            else
            {
                _place++;
            }
        }
    }
}
