namespace Gradus.Labs.Tests;

public sealed class LabCatalogTests
{
    [Fact]
    public void All_Ids_AreUniqueAndInOrder()
    {
        string[] ids = [.. LabCatalog.All.Select(lab => lab.Id)];

        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), ids);
        Assert.Null(LabCatalog.Find("no-such-lab"));
    }
}
