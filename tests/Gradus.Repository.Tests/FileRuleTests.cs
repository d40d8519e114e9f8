using Gradus.Testing;

namespace Gradus.Repository.Tests;

/// <summary>Rules that every file keeps, whatever is in it.</summary>
public sealed class FileRuleTests
{
    private const int MostLines = 800;
    private const int MostBytes = 1_000_000;

    [Fact]
    public async Task Sources_Length_StaysBelowTheLimit()
    {
        IReadOnlyList<string> files = await TrackedFiles.ListAsync();

        string[] tooLong = [.. files.Where(IsSource).Where(path => TooLong(File.ReadLines(RepositoryRoot.Combine(path))))];

        Assert.Empty(tooLong);
    }

    [Fact]
    public void TooLong_PlantedFile_IsFound() => Assert.True(TooLong(Enumerable.Repeat("", MostLines + 1)));

    [Fact]
    public async Task Files_Size_StaysBelowTheLimit()
    {
        IReadOnlyList<string> files = await TrackedFiles.ListAsync();

        string[] tooLarge = [.. files.Where(path => new FileInfo(RepositoryRoot.Combine(path)).Length > MostBytes)];

        Assert.Empty(tooLarge);
    }

    [Fact]
    public async Task Files_OfThisMachine_AreNotNamed()
    {
        string[] needles = ["/" + "root/", "/" + "work/", "." + "library"];
        IReadOnlyList<string> files = await TrackedFiles.ListAsync();

        string[] hits = [.. files.Where(path => !path.EndsWith(".png", StringComparison.Ordinal)).Where(path => needles.Any(needle => Names(File.ReadAllText(RepositoryRoot.Combine(path)), needle)))];

        Assert.Empty(hits);
    }

    [Fact]
    public async Task SharedFolder_OnlyContinuousIntegration_NamesIt()
    {
        string needle = "../" + "shared";
        IReadOnlyList<string> files = await TrackedFiles.ListAsync();

        string[] hits = [.. files.Where(path => path != ".ci/run" && Names(File.ReadAllText(RepositoryRoot.Combine(path)), needle))];

        Assert.Empty(hits);
    }

    private static bool Names(string text, string needle) => text.Contains(needle, StringComparison.Ordinal);

    private static bool IsSource(string path) =>
        (path.EndsWith(".cs", StringComparison.Ordinal) && !path.EndsWith(".Generated.cs", StringComparison.Ordinal)) || path.EndsWith(".razor", StringComparison.Ordinal);

    private static bool TooLong(IEnumerable<string> lines) => lines.Skip(MostLines).Any();
}
