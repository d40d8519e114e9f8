using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Checkpoints;

/// <summary>What writer and reader of a checkpoint share.</summary>
internal static class CheckpointForm
{
    internal const int Version = 1;
    internal const int HeaderBytes = 32;
    internal const int EntryBytes = 16;
    internal const int LongestName = 1024;
    internal const int MostDimensions = 8;

    /// <summary>Elements that are read, written and summed at once.</summary>
    internal const int PieceElements = 1 << 16;

    /// <summary>Refuses what is no UTF-8 instead of replacing it.</summary>
    internal static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static ReadOnlySpan<byte> Magic => "GRADUSCP"u8;

    /// <summary>Element types by their number in the file; the order never changes.</summary>
    internal static ReadOnlySpan<DType> ElementTypes => [DType.Float32, DType.Float64, DType.Int64, DType.Int32, DType.Bool, DType.BFloat16, DType.Int8];

    /// <summary>CRC-32C (Castagnoli) of bytes that follow others; begin with <see cref="uint.MaxValue"/> and turn all bits at the end.</summary>
    internal static uint Sum(uint before, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            before = BitOperations.Crc32C(before, word);
        }

        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
        {
            before = BitOperations.Crc32C(before, rest);
        }

        return before;
    }

    internal static uint Sum(ReadOnlySpan<byte> bytes) => ~Sum(uint.MaxValue, bytes);

    /// <summary>The memory of some elements of a contiguous tensor.</summary>
    internal static ReadOnlySpan<byte> Bytes(Tensor tensor, int from, int count) => tensor.DType switch
    {
        DType.Float32 => MemoryMarshal.AsBytes(tensor.AsSpan<float>().Slice(from, count)),
        DType.Float64 => MemoryMarshal.AsBytes(tensor.AsSpan<double>().Slice(from, count)),
        DType.Int64 => MemoryMarshal.AsBytes(tensor.AsSpan<long>().Slice(from, count)),
        DType.Int32 => MemoryMarshal.AsBytes(tensor.AsSpan<int>().Slice(from, count)),
        DType.Bool => MemoryMarshal.AsBytes(tensor.AsSpan<bool>().Slice(from, count)),
        DType.BFloat16 => MemoryMarshal.AsBytes(tensor.AsSpan<BFloat16>().Slice(from, count)),
        _ => MemoryMarshal.AsBytes(tensor.AsSpan<sbyte>().Slice(from, count)),
    };

    /// <summary>As <see cref="Bytes"/>, to write to.</summary>
    internal static Span<byte> WritableBytes(Tensor tensor, int from, int count) => tensor.DType switch
    {
        DType.Float32 => MemoryMarshal.AsBytes(tensor.AsWritableSpan<float>().Slice(from, count)),
        DType.Float64 => MemoryMarshal.AsBytes(tensor.AsWritableSpan<double>().Slice(from, count)),
        DType.Int64 => MemoryMarshal.AsBytes(tensor.AsWritableSpan<long>().Slice(from, count)),
        DType.Int32 => MemoryMarshal.AsBytes(tensor.AsWritableSpan<int>().Slice(from, count)),
        DType.Bool => MemoryMarshal.AsBytes(tensor.AsWritableSpan<bool>().Slice(from, count)),
        DType.BFloat16 => MemoryMarshal.AsBytes(tensor.AsWritableSpan<BFloat16>().Slice(from, count)),
        _ => MemoryMarshal.AsBytes(tensor.AsWritableSpan<sbyte>().Slice(from, count)),
    };
}
