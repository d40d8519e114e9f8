using System.IO.Compression;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Idx;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Idx;

public sealed class IdxArrayTests
{
    // Written by hand from the format's description.
    private static readonly byte[] Sound = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255];

    [Fact]
    public void Parse_UnsignedBytes_GivesShapeAndElements()
    {
        IdxArray array = IdxArray.Parse(Sound);

        Assert.Equal(IdxType.UnsignedByte, array.Type);
        Assert.True(array.Shape.SequenceEqual([2, 3]));
        Assert.Equal([1, 2, 3, 4, 5, 255], array.ToTensor().ToArray<int>());
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 9, 1, 0, 0, 0, 1, 0xFE }, DType.Int8, -2)]
    [InlineData(new byte[] { 0, 0, 0x0B, 1, 0, 0, 0, 1, 0xFF, 0x01 }, DType.Int32, -255)]
    [InlineData(new byte[] { 0, 0, 0x0C, 1, 0, 0, 0, 1, 0, 1, 0, 2 }, DType.Int32, 65538)]
    [InlineData(new byte[] { 0, 0, 0x0D, 1, 0, 0, 0, 1, 0xC0, 0x20, 0, 0 }, DType.Float32, -2.5)]
    [InlineData(new byte[] { 0, 0, 0x0E, 1, 0, 0, 0, 1, 0x40, 0x09, 0x21, 0xFB, 0x54, 0x44, 0x2D, 0x18 }, DType.Float64, Math.PI)]
    public void ToTensor_EveryType_ReadsHighestByteFirst(byte[] bytes, DType dtype, double expected)
    {
        Tensor tensor = IdxArray.Parse(bytes).ToTensor();

        Assert.Equal((dtype, expected), (tensor.DType, tensor.Item()));
    }

    [Fact]
    public void Read_PlainAndPacked_GiveTheSameAndWriteGivesTheFile()
    {
        using TemporaryFolder folder = new();
        string plain = Path.Combine(folder.Path, "plain"), packed = Path.Combine(folder.Path, "packed.gz");
        IdxArray.Parse(Sound).Write(plain);
        using (GZipStream zip = new(File.Create(packed), CompressionLevel.Optimal))
        {
            zip.Write(Sound);
        }

        Assert.Equal(Sound, File.ReadAllBytes(plain));
        Assert.Equal(IdxArray.Read(plain).Elements.ToArray(), IdxArray.Read(packed).Elements.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 8 }, 3, "magic number", "ends after 3 bytes")]
    [InlineData(new byte[] { 80, 75, 3, 4 }, 0, "magic number", "80 and 75")]
    [InlineData(new byte[] { 0, 0, 0x0A, 1, 0, 0, 0, 0 }, 2, "type", "0x0A")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, 3, "dimensions", "0 dimensions")]
    [InlineData(new byte[] { 0, 0, 8, 200 }, 3, "dimensions", "200 dimensions")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 1 }, 8, "sizes", "within the sizes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 255, 0, 0, 0 }, 4, "size of dimension 0", "4278190080")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3 }, 15, "elements", "needs 4 bytes after the header and 3 are there")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, 9, "elements", "too long")]
    [InlineData(new byte[] { 0, 0, 14, 3, 127, 255, 255, 255, 127, 255, 255, 255, 127, 255, 255, 255 }, 16, "elements", "Double")]
    public void Parse_BrokenFile_NamesByteAndField(byte[] bytes, long offset, string field, string problem)
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => IdxArray.Parse(bytes, "digits"));

        Assert.Equal(("digits", offset, field), (error.File, error.Offset, error.Field));
        Assert.StartsWith($"digits, byte {offset}, {field}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedGzip_SaysWhere()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "cut.gz");
        using MemoryStream whole = new();
        using (GZipStream zip = new(whole, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Sound);
        }

        byte[] broken = whole.ToArray();
        broken[12] ^= 0x55;
        File.WriteAllBytes(path, broken);

        DataFormatException error = Assert.Throws<DataFormatException>(() => IdxArray.Read(path));

        Assert.Equal(path, error.File);
    }

    [Fact]
    public void Constructor_BytesDoNotFit_SaysSo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new IdxArray(IdxType.Short, [2, 2], new byte[4]));

        Assert.Contains("4 bytes for Short [2, 2]", error.Message, StringComparison.Ordinal);
    }
}
