namespace Gradus.Testing;

/// <summary>Finds the files of the repository that a test runs in.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds <c>Gradus.slnx</c>.</summary>
    public static string Path { get; } = Find();

    /// <summary>The path of a file or folder in the repository.</summary>
    /// <param name="parts">Its path relative to the root.</param>
    /// <returns>The absolute path.</returns>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Gradus.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Gradus.slnx; run the tests from a checkout.");
    }
}
