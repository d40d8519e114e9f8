namespace Gradus.Hosting.Store;

/// <summary>Makes folders and files that nobody but their owner can read, where the system knows such a thing.</summary>
public static class PrivateFolder
{
    /// <summary>Makes a folder, unless it is there.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The folder.</returns>
    public static DirectoryInfo Make(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Makes an empty file, unless it is there.</summary>
    /// <param name="path">The file; its folder is made too.</param>
    internal static void MakeFile(string path)
    {
        Make(Path.GetDirectoryName(path)!);
        FileStreamOptions how = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.Read, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream made = new(path, how);
    }
}
