using System.Buffers.Binary;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Checkpoints;

/// <summary>Writes a checkpoint to a stream; see <see cref="CheckpointFile"/> for the form.</summary>
internal static class CheckpointWriter
{
    internal static void Write(CheckpointFile checkpoint, Stream to)
    {
        List<(string Name, byte[] Head, Tensor? Tensor, byte[] Text)> entries =
        [
            .. checkpoint.Tensors.Select(entry => (entry.Key, Head(entry.Key, entry.Value, 0), (Tensor?)entry.Value, Array.Empty<byte>())),
            .. checkpoint.Texts.Select(entry =>
            {
                byte[] text = CheckpointForm.Strict.GetBytes(entry.Value);
                return (entry.Key, Head(entry.Key, null, text.Length), (Tensor?)null, text);
            }),
        ];
        entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        long length = CheckpointForm.HeaderBytes + entries.Sum(entry => entry.Head.Length + sizeof(uint) + (entry.Tensor is { } tensor ? ByteCount(tensor) : entry.Text.Length));
        WriteHeader(to, entries.Count, length);
        Span<byte> end = stackalloc byte[sizeof(uint)];
        foreach ((_, byte[] head, Tensor? tensor, byte[] text) in entries)
        {
            to.Write(head);
            uint sum = tensor is null ? WriteData(to, text) : WriteData(to, tensor);
            BinaryPrimitives.WriteUInt32LittleEndian(end, sum);
            to.Write(end);
        }
    }

    private static void WriteHeader(Stream to, int entries, long length)
    {
        Span<byte> header = stackalloc byte[CheckpointForm.HeaderBytes];
        header.Clear();
        CheckpointForm.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], CheckpointForm.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], entries);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], CheckpointForm.Sum(header[..28]));
        to.Write(header);
    }

    // What stands before the data, its checksum included.
    private static byte[] Head(string name, Tensor? tensor, long textBytes)
    {
        byte[] letters = CheckpointForm.Strict.GetBytes(name);
        int rank = tensor?.Rank ?? 0;
        byte[] head = new byte[CheckpointForm.EntryBytes + (rank * sizeof(int)) + letters.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)letters.Length);
        head[2] = (byte)(tensor is null ? 1 : 0);
        head[3] = (byte)(tensor is null ? 0 : CheckpointForm.ElementTypes.IndexOf(tensor.DType));
        head[4] = (byte)rank;
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), tensor is null ? textBytes : ByteCount(tensor));
        for (int axis = 0; axis < rank; axis++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(CheckpointForm.EntryBytes + (axis * sizeof(int))), tensor!.Shape[axis]);
        }

        letters.CopyTo(head.AsSpan(CheckpointForm.EntryBytes + (rank * sizeof(int))));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(head.Length - sizeof(uint)), CheckpointForm.Sum(head.AsSpan(0, head.Length - sizeof(uint))));
        return head;
    }

    private static long ByteCount(Tensor tensor) => (long)tensor.ElementCount * tensor.DType.SizeInBytes();

    private static uint WriteData(Stream to, byte[] text)
    {
        to.Write(text);
        return CheckpointForm.Sum(text);
    }

    private static uint WriteData(Stream to, Tensor tensor)
    {
        uint sum = uint.MaxValue;
        for (int from = 0; from < tensor.ElementCount; from += CheckpointForm.PieceElements)
        {
            ReadOnlySpan<byte> piece = CheckpointForm.Bytes(tensor, from, Math.Min(CheckpointForm.PieceElements, tensor.ElementCount - from));
            to.Write(piece);
            sum = CheckpointForm.Sum(sum, piece);
        }

        GC.KeepAlive(tensor);
        return ~sum;
    }
}
