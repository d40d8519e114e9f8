namespace Gradus.Hosting.Tests;

public sealed class GradusHomeTests
{
    [Fact]
    public void Find_BothVariables_PrefersGradusHome()
    {
        Dictionary<string, string> environment = new() { ["GRADUS_HOME"] = "/a/b", ["XDG_DATA_HOME"] = "/c" };

        Assert.Equal(Path.GetFullPath("/a/b"), GradusHome.Find(environment.GetValueOrDefault).Path);
        environment.Remove("GRADUS_HOME");
        Assert.Equal(Path.GetFullPath("/c/gradus"), GradusHome.Find(environment.GetValueOrDefault).Path);
        environment.Remove("XDG_DATA_HOME");
        Assert.EndsWith("gradus", GradusHome.Find(environment.GetValueOrDefault).Path, StringComparison.Ordinal);
    }
}
