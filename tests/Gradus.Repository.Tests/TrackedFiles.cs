using Gradus.Testing;

namespace Gradus.Repository.Tests;

/// <summary>The files that git tracks, or would.</summary>
internal static class TrackedFiles
{
    /// <summary>Their paths relative to the root, with forward slashes.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync()
    {
        CommandResult result = await Command.RunAsync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"], RepositoryRoot.Path);
        Assert.Equal(0, result.ExitCode);
        return [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(RepositoryRoot.Combine(path)))];
    }
}
