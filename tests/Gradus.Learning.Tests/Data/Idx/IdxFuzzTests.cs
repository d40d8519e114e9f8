using System.IO.Compression;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Idx;
using Gradus.Learning.Tests.Data.Files;

namespace Gradus.Learning.Tests.Data.Idx;

/// <summary>IDX files, plain and packed, broken at random.</summary>
public sealed class IdxFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void Parse_MutatedFiles_AreReadOrRefused() => Mutate(2_000, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Parse_HundredThousandMutatedFiles_AreReadOrRefused() => Mutate(100_000, seed: 20261126);

    private void Mutate(int rounds, ulong seed)
    {
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, .. Enumerable.Range(0, 60).Select(pixel => (byte)(pixel * 4))];
        byte[] doubles = [0, 0, 14, 2, 0, 0, 0, 2, 0, 0, 0, 2, .. new byte[32]];
        (int read, int refused) = FormatFuzz.Run(rounds, seed, [images, doubles, Pack(images)], mend: null, Read, memory: length => (2_000 * length) + (1 << 20));

        output.WriteLine($"seed {seed}: {read} read, {refused} refused");
        Assert.True(read > rounds / 20 && refused > rounds / 4, $"seed {seed}: {read} read, {refused} refused");
    }

    private static void Read(byte[] bytes)
    {
        byte[] unpacked = DataFile.Unpack(bytes, "fuzz");
        IdxArray array = IdxArray.Parse(unpacked, "fuzz");

        // What is read is all of the file: the header says what there is.
        int elements = array.Shape.ToArray().Aggregate(1, (product, size) => product * size);
        Assert.Equal(elements, array.ToTensor().ElementCount);
        Assert.Equal(unpacked[(4 + (4 * array.Shape.Length))..], array.Elements.ToArray());
    }

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }
}
