using System.Buffers.Binary;
using System.IO.Compression;
using Gradus.Learning.Data.Files;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Files;

public sealed class DataFileTests
{
    [Fact]
    public void Unpack_LargeFile_TakesLittleMoreThanItsLength()
    {
        byte[] content = Content(6_000_000), packed = Pack(content);
        long before = GC.GetAllocatedBytesForCurrentThread();

        byte[] unpacked = DataFile.Unpack(packed, "file.gz");

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1.1 * content.Length, $"{GC.GetAllocatedBytesForCurrentThread() - before} bytes for {content.Length}");
        Assert.Equal(content, unpacked);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(99_999u)]
    [InlineData(100_001u)]
    [InlineData(uint.MaxValue)]
    public void Unpack_LengthIsALie_GivesWhatIsThereOrRefuses(uint told)
    {
        byte[] content = Content(100_000), packed = Pack(content);
        BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(packed.Length - 4), told);
        long before = GC.GetAllocatedBytesForCurrentThread();

        byte[]? unpacked = null;
        DataFormatException? refused = null;
        try
        {
            unpacked = DataFile.Unpack(packed, "file.gz");
        }
        catch (DataFormatException error)
        {
            refused = error;
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000);
        Assert.Equal(refused is null ? content : null, unpacked);
    }

    [Fact]
    public void Unpack_TwoStreamsInARow_GivesBoth()
    {
        byte[] first = Content(70_000), second = Content(300);

        Assert.Equal([.. first, .. second], DataFile.Unpack([.. Pack(first), .. Pack(second)], "file.gz"));
    }

    private static byte[] Content(int length)
    {
        Rng rng = new(5);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)rng.NextInt(7))];
    }

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }
}
