using Gradus.Testing;

namespace Gradus.Labs.Tests.Runs;

public sealed class LabTextTests
{
    public static TheoryData<string> Ids => LabRuns.Ids;

    [Fact]
    public void Catalog_FirstSlice_HoldsTheSixLabs() =>
        Assert.Equal(
            ["accuracy-trap", "dropout", "logits-into-the-loss", "temperature-and-platt-scaling", "train-and-evaluation-mode", "zero-initialization"],
            LabCatalog.All.Select(lab => lab.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Code_Shown_IsTheSourceThatRuns(string id)
    {
        Lab lab = LabCatalog.Find(id)!;
        string file = Directory.GetFiles(RepositoryRoot.Combine("src", "Gradus.Labs"), $"{lab.GetType().Name}.cs", SearchOption.AllDirectories).Single();
        string[] source = [.. File.ReadLines(file).Select(line => line.Trim())];

        string[] shown = lab.Code.Split('\n');

        Assert.InRange(shown.Length, 20, 50);
        Assert.All(shown, line => Assert.Contains(line.Trim(), source));
        Assert.Contains(shown, line => line.Contains("new(", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Explanation_BesideTheLab_StatesClaimExperimentAndVerdict(string id)
    {
        Lab lab = LabCatalog.Find(id)!;
        string file = Directory.GetFiles(RepositoryRoot.Combine("src", "Gradus.Labs"), $"{lab.GetType().Name}.cs", SearchOption.AllDirectories).Single();

        string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "lab.md"));

        Assert.StartsWith($"# {lab.Title}\n", text, StringComparison.Ordinal);
        Assert.All((string[])["**Claim.**", "**Experiment.**", "**Measured.**", "**Verdict.**", "**What to look at.**"], heading => Assert.Contains(heading, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_OfALab_AreSentences(string id)
    {
        Lab lab = LabCatalog.Find(id)!;

        Assert.EndsWith(".", lab.Hypothesis, StringComparison.Ordinal);
        Assert.EndsWith(".", lab.EffectDescription, StringComparison.Ordinal);
        Assert.False(lab.Title.EndsWith('.'));
    }
}
