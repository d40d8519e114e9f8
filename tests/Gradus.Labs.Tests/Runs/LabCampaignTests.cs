using System.Runtime.InteropServices;
using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Labs.Tests.Runs;

/// <summary>What takes too long for every run of the suite: other seeds, and the bits that are on record.</summary>
public sealed class LabCampaignTests
{
    public static TheoryData<string> Ids => LabRuns.Ids;

    /// <summary>The kind of machine on which bits can be compared: logarithms of float64 come from the system's library. The width of vectors changes nothing.</summary>
    private static string Machine =>
        $"{(OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsWindows() ? "windows" : "other")}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant();

    [Theory]
    [MemberData(nameof(Ids))]
    [Trait("Category", "Long")]
    public void Run_OtherSeeds_ReachesTheSameVerdict(string id)
    {
        Lab lab = LabCatalog.Find(id)!;

        foreach (ulong seed in (ulong[])[11, 100, 1000, 123_456_789, ulong.MaxValue - 2])
        {
            LabResult result = lab.Run(new LabRequest(seed, 5), null, CancellationToken.None);
            Assert.True(result.Verdict == LabVerdict.Holds, $"{id} from seed {seed} is {result.Verdict}: effect {result.Effect}, interval {result.Interval}. {result.Conclusion}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    [Trait("Category", "Long")]
    public void Run_FiveSeeds_GivesTheBitsOnRecord(string id)
    {
        string file = Directory.GetFiles(RepositoryRoot.Combine("src", "Gradus.Labs"), $"{LabCatalog.Find(id)!.GetType().Name}.cs", SearchOption.AllDirectories).Single();
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "expected.json")));
        Assert.Equal("holds", expected.RootElement.GetProperty("verdict").GetString());
        bool known = expected.RootElement.GetProperty("digests").TryGetProperty(Machine, out JsonElement digest);
        Assert.SkipUnless(known, $"No digest of {id} is on record for {Machine}.");

        LabResult result = LabRuns.Of(id).Result;

        Assert.True(
            digest.GetString() == result.Digest,
            $"{id} gave other bits than on record for {Machine}: {result.Digest}. If a kernel or the lab was changed on purpose, write the new digest into its expected.json and say why in the commit.");
    }
}
