using System.Buffers.Binary;
using System.Text;
using Gradus.Learning.Data.Files;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Checkpoints;

/// <summary>Reads a checkpoint from a stream of known length; see <see cref="CheckpointFile"/> for the form. Nothing is believed before it is checked, and no memory is taken that the stream does not fill.</summary>
/// <param name="from">The stream, at its beginning.</param>
/// <param name="source">Its name in messages.</param>
internal sealed class CheckpointReader(Stream from, string source)
{
    private long _offset;

    internal CheckpointFile Read()
    {
        (int entries, long length) = ReadHeader();
        CheckpointFile checkpoint = new();
        for (int entry = 0; entry < entries; entry++)
        {
            ReadEntry(checkpoint, length);
        }

        Demand(_offset == length, _offset, "end", $"the last of {entries} entries ends here, {length - _offset} bytes before the end");
        return checkpoint;
    }

    private (int Entries, long Length) ReadHeader()
    {
        Span<byte> header = stackalloc byte[CheckpointForm.HeaderBytes];
        Demand(from.Length >= header.Length, from.Length, "header", $"the file has {from.Length} bytes; a checkpoint begins with {header.Length}");
        Take(header);
        Demand(header[..8].SequenceEqual(CheckpointForm.Magic), 0, "magic", "the file does not begin with GRADUSCP; it is no checkpoint");
        int version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        Demand(version == CheckpointForm.Version, 8, "version", $"the form has version {version}; this program reads version {CheckpointForm.Version}");
        int entries = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        long length = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
        Demand(BinaryPrimitives.ReadUInt32LittleEndian(header[28..]) == CheckpointForm.Sum(header[..28]), 0, "checksum", "the header does not fit its checksum");
        Demand(length == from.Length, 16, "length", $"the file should have {length} bytes and has {from.Length}; it was cut off or added to");
        Demand(entries >= 0, 12, "entries", $"the count of entries is {entries}");
        Demand(BinaryPrimitives.ReadInt32LittleEndian(header[24..]) == 0, 24, "reserved", "bytes that must be 0 are not");
        return (entries, length);
    }

    private void ReadEntry(CheckpointFile checkpoint, long length)
    {
        long start = _offset;
        Demand(length - start >= CheckpointForm.EntryBytes, start, "entry", "the file ends within an entry");
        Span<byte> fixedPart = stackalloc byte[CheckpointForm.EntryBytes];
        Take(fixedPart);
        int letters = BinaryPrimitives.ReadUInt16LittleEndian(fixedPart);
        int rank = fixedPart[4];
        Demand(letters is > 0 and <= CheckpointForm.LongestName, start, "name length", $"a name has {letters} bytes; there may be 1 to {CheckpointForm.LongestName}");
        Demand(rank <= CheckpointForm.MostDimensions, start + 4, "rank", $"a tensor has {rank} dimensions; there may be {CheckpointForm.MostDimensions}");
        int open = (rank * sizeof(int)) + letters + sizeof(uint);
        Demand(length - _offset >= open, start, "entry", "the file ends within an entry");
        byte[] head = new byte[fixedPart.Length + open];
        fixedPart.CopyTo(head);
        Take(head.AsSpan(fixedPart.Length));
        Demand(
            BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(head.Length - sizeof(uint))) == CheckpointForm.Sum(head.AsSpan(0, head.Length - sizeof(uint))), start, "checksum", "the entry does not fit its checksum");

        string name = Text(head.AsSpan(fixedPart.Length + (rank * sizeof(int)), letters), start + fixedPart.Length + (rank * sizeof(int)), "name");
        Demand(!checkpoint.Tensors.ContainsKey(name) && !checkpoint.Texts.ContainsKey(name), start, "name", $"'{name}' stands twice");
        Demand(head.AsSpan(5, 3).IndexOfAnyExcept((byte)0) < 0, start + 5, "reserved", $"'{name}' has bytes other than 0 where there must be 0");
        long bytes = BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(8));
        Demand(bytes >= 0 && bytes <= length - _offset - sizeof(uint), start + 8, "data length", $"'{name}' says that it has {bytes} bytes of data; {Math.Max(0, length - _offset - sizeof(uint))} are left");
        switch (head[2])
        {
            case 0:
                checkpoint.Add(name, ReadTensor(name, head, start, bytes));
                break;
            case 1:
                Demand(rank == 0 && head[3] == 0, start + 3, "element type", $"the text '{name}' has an element type or dimensions");
                long offset = _offset;
                checkpoint.Add(name, ReadText(name, start, bytes), offset);
                break;
            default:
                throw Fault(start + 2, "kind", $"'{name}' is of kind {head[2]}; there are 0, tensor, and 1, text");
        }
    }

    private Tensor ReadTensor(string name, ReadOnlySpan<byte> head, long start, long bytes)
    {
        Demand(head[3] < CheckpointForm.ElementTypes.Length, start + 3, "element type", $"'{name}' has the element type {head[3]}; there are 0 to {CheckpointForm.ElementTypes.Length - 1}");
        DType dtype = CheckpointForm.ElementTypes[head[3]];
        int[] sizes = new int[head[4]];
        UInt128 room = 1;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            long place = start + CheckpointForm.EntryBytes + (axis * sizeof(int));
            sizes[axis] = BinaryPrimitives.ReadInt32LittleEndian(head[(CheckpointForm.EntryBytes + (axis * sizeof(int)))..]);
            Demand(sizes[axis] >= 0, place, "sizes", $"'{name}' has the size {sizes[axis]}");

            // Sizes of 0 count as 1: strides are products too.
            room *= (uint)Math.Max(1, sizes[axis]);
            Demand(room <= int.MaxValue, place, "sizes", $"'{name}' has more than {int.MaxValue} elements");
        }

        int count = sizes.Contains(0) ? 0 : (int)room;
        Demand(bytes == (long)count * dtype.SizeInBytes(), start + 8, "data length", $"'{name}' has {bytes} bytes of data; {count} elements of {dtype} need {(long)count * dtype.SizeInBytes()}");
        using OutsideScope outside = TensorScope.Outside();
        Tensor tensor = Tensor.Zeros(dtype, sizes);
        long data = _offset;
        uint sum = uint.MaxValue;
        for (int first = 0; first < count; first += CheckpointForm.PieceElements)
        {
            long place = _offset;
            Span<byte> piece = CheckpointForm.WritableBytes(tensor, first, Math.Min(CheckpointForm.PieceElements, count - first));
            Take(piece);
            sum = CheckpointForm.Sum(sum, piece);
            if (dtype == DType.Bool && piece.IndexOfAnyExceptInRange((byte)0, (byte)1) is >= 0 and int odd)
            {
                byte value = piece[odd];
                piece.Clear();
                throw Fault(place + odd, "data", $"'{name}' holds {value} as a bool");
            }
        }

        GC.KeepAlive(tensor);
        DemandSum(~sum, data, name);
        return tensor;
    }

    private string ReadText(string name, long start, long bytes)
    {
        Demand(bytes <= Array.MaxLength, start + 8, "data length", $"the text '{name}' has {bytes} bytes");
        byte[] text = new byte[bytes];
        long data = _offset;
        Take(text);
        DemandSum(CheckpointForm.Sum(text), data, name);
        return Text(text, data, $"text '{name}'");
    }

    private void DemandSum(uint sum, long data, string name)
    {
        Span<byte> end = stackalloc byte[sizeof(uint)];
        Take(end);
        Demand(BinaryPrimitives.ReadUInt32LittleEndian(end) == sum, data, "checksum", $"the data of '{name}' do not fit their checksum");
    }

    private string Text(ReadOnlySpan<byte> bytes, long offset, string field)
    {
        try
        {
            return CheckpointForm.Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw Fault(offset + fault.Index, field, "it is no UTF-8");
        }
    }

    private void Take(Span<byte> bytes)
    {
        int taken = from.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        Demand(taken == bytes.Length, _offset + taken, "end", "the file ends here while it is read");
        _offset += taken;
    }

    private void Demand(bool held, long offset, string field, string problem)
    {
        if (!held)
        {
            throw Fault(offset, field, problem);
        }
    }

    private DataFormatException Fault(long offset, string field, string problem) => new(source, offset, field, $"{problem}. Take an older checkpoint, or a copy.");
}
