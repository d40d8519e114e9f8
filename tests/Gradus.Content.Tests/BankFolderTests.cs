using Gradus.Testing;

namespace Gradus.Content.Tests;

public sealed class BankFolderTests
{
    [Fact]
    public void Bank_Folder_HoldsOneFolderATopic()
    {
        string[] known = ["README.md", "lexicon.yaml"];

        string[] stray = [.. Directory.EnumerateFiles(RepositoryRoot.Combine("bank")).Where(path => !known.Contains(Path.GetFileName(path)))];

        Assert.Empty(stray);
    }
}
