using Gradus.Testing;

namespace Gradus.Repository.Tests;

/// <summary>Plants faults in a copy of the build rules and demands that the build refuses them.</summary>
public sealed class RoomTableTests
{
    [Theory]
    [InlineData("Gradus.Learning", "Gradus.Tensors", null, 0, "")]
    [InlineData("Gradus.Tensors", "Gradus.Learning", null, 1, "Gradus.Tensors may not use Gradus.Learning")]
    [InlineData("Gradus.Interview", "Gradus.Labs", null, 1, "Gradus.Interview may not use Gradus.Labs")]
    [InlineData("Gradus.Attic", null, null, 1, "Gradus.Attic is not a room")]
    [InlineData("Gradus.Tensors", null, "Dapper", 1, "Gradus.Tensors may not take the package Dapper")]
    [InlineData("Gradus.Interview", null, "YamlDotNet", 0, "")]
    public async Task CheckRooms_PlantedReference_IsJudged(string room, string? reference, string? package, int exitCode, string message)
    {
        using TemporaryFolder folder = new();
        string items = (reference is null ? "" : $"<ProjectReference Include=\"../{reference}/{reference}.csproj\" />")
            + (package is null ? "" : $"<PackageReference Include=\"{package}\" />");
        string project = Path.Combine(folder.Path, room, room + ".csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(project)!);
        File.WriteAllText(project, $"""
            <Project DefaultTargets="CheckRooms">
              <ItemGroup>{items}</ItemGroup>
              <Target Name="CoreCompile" />
              <Import Project="{RepositoryRoot.Combine("eng", "Rooms.targets")}" />
            </Project>
            """);

        CommandResult result = await Command.RunAsync("dotnet", ["msbuild", project, "-nologo", "-nodeReuse:false"], folder.Path);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
    }
}
