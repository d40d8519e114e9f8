using System.Buffers.Binary;
using Gradus.Learning.Data.Images;
using Gradus.Learning.Tests.Data.Files;

namespace Gradus.Learning.Tests.Data.Images;

/// <summary>PNGs of every kind broken at random, half of them with checksums made to fit again.</summary>
public sealed class PngFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void Parse_MutatedFiles_AreReadOrRefused() => Mutate(2_000, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Parse_HundredThousandMutatedFiles_AreReadOrRefused() => Mutate(100_000, seed: 20261126);

    private void Mutate(int rounds, ulong seed)
    {
        byte[][] sound = StoredPicture.Files("png.json");

        // A byte unpacks to 1,032 at most, and a bit of those becomes a pixel of four bytes.
        (int read, int refused) = FormatFuzz.Run(rounds, seed, sound, Mend, Read, memory: length => (1032 * 32 * length) + (1 << 20));

        output.WriteLine($"seed {seed}: {read} read, {refused} refused");
        Assert.True(read > rounds / 100 && refused > rounds / 4, $"seed {seed}: {read} read, {refused} refused");
    }

    private static void Read(byte[] bytes)
    {
        Picture picture = StoredPicture.Whole(Png.Parse(bytes, "fuzz"));

        // What was read can be written, and read as the same.
        Assert.True(Png.Parse(Png.Encode(picture)).Samples.Span.SequenceEqual(picture.Samples.Span));
    }

    private static void Mend(byte[] bytes)
    {
        for (long place = 8; place + 12 <= bytes.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan((int)place));
            if (length > bytes.Length - place - 12)
            {
                return;
            }

            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan((int)(place + 8 + length)), Crc32.Of(bytes.AsSpan((int)place + 4, 4 + (int)length)));
            place += 12 + length;
        }
    }
}
