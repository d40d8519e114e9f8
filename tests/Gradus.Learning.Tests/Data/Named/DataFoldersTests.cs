using Gradus.Learning.Data.Named;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Named;

public sealed class DataFoldersTests
{
    [Fact]
    public void Find_BothPlaces_TheGivenFolderComesFirst()
    {
        using TemporaryFolder given = new(), home = new();
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["GRADUS_DATA"] = given.Path, ["GRADUS_HOME"] = home.Path };
        string kept = Directory.CreateDirectory(home.Combine("data", "iris")).FullName;
        File.WriteAllText(home.Combine("data", "iris", "iris.data"), "");

        string alone = DataFolders.Find("iris", environment.GetValueOrDefault);
        string first = Directory.CreateDirectory(given.Combine("iris")).FullName;
        string empty = DataFolders.Find("iris", environment.GetValueOrDefault);
        File.WriteAllText(given.Combine("iris", "iris.data"), "");

        Assert.Equal(kept, alone);
        Assert.Equal(kept, empty);
        Assert.Equal(first, DataFolders.Find("iris", environment.GetValueOrDefault));
        environment.Remove("GRADUS_DATA");
        Assert.Equal(kept, DataFolders.Find("iris", environment.GetValueOrDefault));
    }

    [Fact]
    public void Find_NotThere_SaysWhereAndHow()
    {
        using TemporaryFolder home = new();

        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => DataFolders.Find("mnist", name => name == "GRADUS_HOME" ? home.Path : null));

        Assert.Contains(home.Combine("data", "mnist"), error.Message, StringComparison.Ordinal);
        Assert.Contains("gradus data get mnist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Iris_WithoutAFolder_IsFoundByItsName()
    {
        RealData.Folder("iris");

        Assert.Equal(Datasets.Iris(RealData.Folder("iris")).Labels, Datasets.Iris().Labels);
    }
}
