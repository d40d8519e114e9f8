namespace Gradus.Learning.Data.Named;

/// <summary>Where the files of named data sets lie: in the folder that <c>GRADUS_DATA</c> names, which is only read, else in <c>data</c> of the home, where <c>gradus data get</c> keeps them. Each set has a folder of its name.</summary>
public static class DataFolders
{
    /// <summary>Finds the folder of a data set.</summary>
    /// <param name="name">Its name, as <c>gradus data list</c> tells it.</param>
    /// <param name="environment">Reads an environment variable, null where it is not set; those of the process by default.</param>
    /// <returns>The first of its folders that holds anything.</returns>
    /// <exception cref="FileNotFoundException">None does; the message says where it was looked for and how to get it.</exception>
    public static string Find(string name, Func<string, string?>? environment = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        environment ??= Environment.GetEnvironmentVariable;
        IReadOnlyList<string> folders = Of(name, environment("GRADUS_DATA"), Home(environment));
        return folders.FirstOrDefault(folder => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            ?? throw new FileNotFoundException($"The data set '{name}' is not here: there is nothing in {string.Join(" and nothing in ", folders)}. Fetch it with 'gradus data get {name}', or name in GRADUS_DATA a folder that holds it.");
    }

    /// <summary>Finds one file of a data set.</summary>
    /// <param name="name">The data set's name.</param>
    /// <param name="files">The names that the file may have; the first that is there is taken.</param>
    /// <param name="environment">Reads an environment variable, null where it is not set; those of the process by default.</param>
    /// <returns>The path of the file, in the first of the set's folders that has it.</returns>
    /// <exception cref="FileNotFoundException">None has; the message says where it was looked for and how to get it.</exception>
    public static string FindFile(string name, IReadOnlyList<string> files, Func<string, string?>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        environment ??= Environment.GetEnvironmentVariable;
        _ = Find(name, environment);
        IReadOnlyList<string> folders = Of(name, environment("GRADUS_DATA"), Home(environment));
        return folders.SelectMany(_ => files, Path.Combine).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"There is no {string.Join(" and no ", files)} in {string.Join(" and none in ", folders)}; fetch it with 'gradus data get {name}'.");
    }

    /// <summary>The folders in which a data set may lie, the first one first; they need not exist.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="given">The folder that <c>GRADUS_DATA</c> names; null or empty where it is not set.</param>
    /// <param name="home">The home, in which downloads are kept.</param>
    /// <returns>One or two paths; the last is that of downloads.</returns>
    public static IReadOnlyList<string> Of(string name, string? given, string home)
    {
        string kept = Path.Combine(home, "data", name);
        return string.IsNullOrEmpty(given) ? [kept] : [Path.Combine(Path.GetFullPath(given), name), kept];
    }

    /// <summary>The home, the folder of a person's state: <c>GRADUS_HOME</c>, else <c>XDG_DATA_HOME/gradus</c>, else the system's place for user data.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <returns>The absolute path; the folder need not exist.</returns>
    public static string Home(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment("GRADUS_HOME") is { Length: > 0 } home)
        {
            return Path.GetFullPath(home);
        }

        string data = environment("XDG_DATA_HOME") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data, "gradus");
    }
}
