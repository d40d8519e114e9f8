using Gradus.Learning.Data.Named;

namespace Gradus.Hosting;

/// <summary>The folder that holds a person's state.</summary>
/// <param name="Path">The absolute path; the folder need not exist yet.</param>
public sealed record GradusHome(string Path)
{
    /// <summary>
    /// Finds the folder: <c>GRADUS_HOME</c>, else <c>XDG_DATA_HOME/gradus</c>, else the system's place for user data.
    /// </summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <returns>The folder.</returns>
    public static GradusHome Find(Func<string, string?> environment) => new(DataFolders.Home(environment));
}
