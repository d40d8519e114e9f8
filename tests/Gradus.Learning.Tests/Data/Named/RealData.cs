namespace Gradus.Learning.Tests.Data.Named;

/// <summary>Finds the data sets that GRADUS_DATA names; a test that needs one which is not there is skipped by name.</summary>
internal static class RealData
{
    internal static string Folder(string name)
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), $"GRADUS_DATA is not set; it must name the folder that holds {name}.");
        string path = Path.Combine(data!, name);
        Assert.SkipUnless(Directory.Exists(path), $"GRADUS_DATA holds no {name}.");
        return path;
    }
}
