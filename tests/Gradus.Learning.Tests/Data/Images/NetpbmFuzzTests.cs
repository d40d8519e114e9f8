using Gradus.Learning.Data.Images;
using Gradus.Learning.Tests.Data.Files;

namespace Gradus.Learning.Tests.Data.Images;

/// <summary>PBM, PGM and PPM broken at random.</summary>
public sealed class NetpbmFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void Parse_MutatedFiles_AreReadOrRefused() => Mutate(2_000, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Parse_HundredThousandMutatedFiles_AreReadOrRefused() => Mutate(100_000, seed: 20261126);

    private void Mutate(int rounds, ulong seed)
    {
        byte[][] sound = StoredPicture.Files("netpbm.json");
        (int read, int refused) = FormatFuzz.Run(rounds, seed, sound, mend: null, Read, memory: length => (64 * length) + (1 << 16));

        output.WriteLine($"seed {seed}: {read} read, {refused} refused");
        Assert.True(read > rounds / 20 && refused > rounds / 20, $"seed {seed}: {read} read, {refused} refused");
    }

    private static void Read(byte[] bytes) => StoredPicture.Whole(Netpbm.Parse(bytes, "fuzz"));
}
