namespace Gradus.Learning.Data.Images;

/// <summary>Reads the pixels of a Netpbm file.</summary>
internal sealed class NetpbmSamples(NetpbmScanner scanner, int kind, int width, int height, int channels, int most)
{
    private readonly int _count = width * height * channels;

    // The largest sample of the image that is made: one or two bytes.
    private readonly int _full = most > 255 ? 65535 : 255;

    internal Picture Read()
    {
        // A number in text takes at least a digit and a space but for the last, a bit one letter: so what is not there is not made room for.
        long needed = kind switch { 1 => _count, 2 or 3 => (2L * _count) - 1, 4 => (long)((width + 7) / 8) * height, _ => (long)_count * (most > 255 ? 2 : 1) };
        if (scanner.Rest.Length < needed)
        {
            throw scanner.Fault("pixels", $"{width} by {height} pixels of {channels} channels need at least {needed} bytes and {scanner.Rest.Length} are left; the file is cut off.");
        }

        byte[] samples = new byte[_count * (_full == 255 ? 1 : 2)];
        ReadOnlySpan<byte> bytes = scanner.Rest;
        for (int place = 0; place < _count; place++)
        {
            Put(samples, place, kind switch
            {
                1 => 1 - scanner.ReadBit(),
                2 or 3 => scanner.ReadNumber("pixels", most),
                4 => 1 - ((bytes[(place / width * ((width + 7) / 8)) + (place % width / 8)] >> (7 - (place % width % 8))) & 1),
                _ => Binary(bytes, place),
            });
        }

        return new Picture(width, height, channels, samples, _full == 255 ? 8 : 16);
    }

    private int Binary(ReadOnlySpan<byte> bytes, int place)
    {
        int value = most > 255 ? (bytes[2 * place] << 8) | bytes[(2 * place) + 1] : bytes[place];
        return value <= most ? value : throw scanner.Fault("pixels", $"a sample is {value} and the largest was said to be {most}.");
    }

    // In proportion to the largest, rounded.
    private void Put(byte[] samples, int place, int value)
    {
        int scaled = (int)(((2L * value * _full) + most) / (2L * most));
        if (_full == 255)
        {
            samples[place] = (byte)scaled;
        }
        else
        {
            (samples[2 * place], samples[(2 * place) + 1]) = ((byte)(scaled >> 8), (byte)scaled);
        }
    }
}
