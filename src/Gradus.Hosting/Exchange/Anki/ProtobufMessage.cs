using System.Diagnostics.CodeAnalysis;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>A message in the wire format of Protocol Buffers: numbered fields, of which the last of a number counts.</summary>
internal sealed class ProtobufMessage
{
    private const int MostBitsOfANumber = 63;

    private readonly Dictionary<int, ulong> _numbers = [];
    private readonly Dictionary<int, byte[]> _bytes = [];

    private ProtobufMessage()
    {
    }

    /// <summary>Reads a message.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="message">The message.</param>
    /// <returns>False where the bytes are none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ProtobufMessage? message)
    {
        message = new ProtobufMessage();
        while (bytes.Length > 0)
        {
            if (!TryNumber(ref bytes, out ulong tag) || tag >> 3 is 0 or > int.MaxValue || !message.TryField((int)(tag >> 3), (int)(tag & 7), ref bytes))
            {
                message = null;
                return false;
            }
        }

        return true;
    }

    /// <summary>A field that holds a number; 0 where it is not there.</summary>
    public ulong Number(int field) => _numbers.GetValueOrDefault(field);

    /// <summary>A field that holds bytes; none where it is not there.</summary>
    public byte[] Bytes(int field) => _bytes.GetValueOrDefault(field, []);

    private bool TryField(int field, int form, ref ReadOnlySpan<byte> bytes)
    {
        switch (form)
        {
            case 0 when TryNumber(ref bytes, out ulong number):
                _numbers[field] = number;
                return true;
            case 1 when bytes.Length >= sizeof(ulong):
                bytes = bytes[sizeof(ulong)..];
                return true;
            case 2 when TryNumber(ref bytes, out ulong length) && length <= (ulong)bytes.Length:
                _bytes[field] = bytes[..(int)length].ToArray();
                bytes = bytes[(int)length..];
                return true;
            case 5 when bytes.Length >= sizeof(uint):
                bytes = bytes[sizeof(uint)..];
                return true;
            default:
                return false;
        }
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> bytes, out ulong number)
    {
        number = 0;
        for (int shift = 0; shift <= MostBitsOfANumber && bytes.Length > 0; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
