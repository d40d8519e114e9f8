using Gradus.Testing;

namespace Gradus.Content.Tests;

public sealed class BankFolderTests
{
    [Fact]
    public void Bank_Folder_HoldsOneFolderATopic()
    {
        string[] stray = [.. Directory.EnumerateFiles(RepositoryRoot.Combine("bank")).Where(path => !path.EndsWith("README.md", StringComparison.Ordinal))];

        Assert.Empty(stray);
    }
}
