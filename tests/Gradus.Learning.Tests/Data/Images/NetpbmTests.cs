using System.Text;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Images;
using Gradus.Learning.Tests.Fixtures;

namespace Gradus.Learning.Tests.Data.Images;

public sealed class NetpbmTests
{
    private static readonly IReadOnlyList<StoredPicture> Cases = Fixture.Read<StoredPicture>("netpbm.json");

    public static TheoryData<string> Names => [.. Cases.Select(stored => stored.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_OracleFile_HasItsSamples(string name)
    {
        StoredPicture stored = Cases.Single(entry => entry.Name == name);

        stored.Check(Netpbm.Parse(Convert.FromBase64String(stored.File)));
    }

    [Theory]
    [InlineData("Pillow PGM")]
    [InlineData("Pillow PPM")]
    [InlineData("P5 of 65535")]
    public void Encode_OraclePicture_GivesItBack(string name)
    {
        StoredPicture stored = Cases.Single(entry => entry.Name == name);

        stored.Check(Netpbm.Parse(Netpbm.Encode(Netpbm.Parse(Convert.FromBase64String(stored.File)))));
    }

    [Theory]
    [InlineData("P7 1 1", 0, "magic number")]
    [InlineData("P5 x", 3, "width")]
    [InlineData("P5 3", 4, "height")]
    [InlineData("P5 0 1 255 ", 6, "size")]
    [InlineData("P5 99999 99999 255 ", 14, "size")]
    [InlineData("P5 1 1 0 ", 8, "largest sample")]
    [InlineData("P5 1 1 65536 ", 12, "largest sample")]
    [InlineData("P5 1 1 255x", 10, "header")]
    [InlineData("P5 2 2 255\nabc", 11, "pixels")]
    [InlineData("P5 1 1 7\n\u0008", 9, "pixels")]
    [InlineData("P2 1 1 7 8", 10, "pixels")]
    [InlineData("P1 2 1 1", 8, "pixels")]
    [InlineData("P1 2 1 12", 8, "pixels")]
    public void Parse_BrokenFile_NamesByteAndField(string text, long offset, string field)
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => Netpbm.Parse(Encoding.Latin1.GetBytes(text), "x.pgm"));

        Assert.Equal(("x.pgm", offset, field), (error.File, error.Offset, error.Field));
    }

    [Fact]
    public void Encode_Opacity_IsRefused() => Assert.Throws<ArgumentException>(() => Netpbm.Encode(new Picture(1, 1, 4, new byte[4])));
}
