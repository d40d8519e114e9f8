using System.Text.Json;
using Gradus.Learning.Data.Named;

namespace Gradus.Hosting.Data;

/// <summary>Where data sets lie: first the folder that <c>GRADUS_DATA</c> names, which is only read, then <c>data</c> in the home, where downloads are kept. Each set has a folder of its name.</summary>
public sealed class DataStore
{
    private const string RecordName = "checksums.json";
    private readonly string? _given;
    private readonly string _home;

    /// <summary>Makes a store.</summary>
    /// <param name="home">The folder of the person's state.</param>
    /// <param name="given">The folder that <c>GRADUS_DATA</c> names; null or empty where it is not set.</param>
    public DataStore(GradusHome home, string? given)
    {
        ArgumentNullException.ThrowIfNull(home);
        (_given, _home) = (given, home.Path);
    }

    /// <summary>The store of this environment.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <returns>The store.</returns>
    public static DataStore Open(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new DataStore(GradusHome.Find(environment), environment("GRADUS_DATA"));
    }

    /// <summary>The folder into which a data set is downloaded.</summary>
    /// <param name="dataset">The data set.</param>
    /// <returns>Its path; it need not exist.</returns>
    public string CacheFolder(CatalogedDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return DataFolders.Of(dataset.Id, null, _home)[0];
    }

    /// <summary>Where the files of a data set are, by their names alone.</summary>
    /// <param name="dataset">The data set.</param>
    /// <returns>The first folder that has one of them; null where a file is in none. Each file is taken from the first folder that has it.</returns>
    public string? Locate(CatalogedDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        string?[] found = [.. dataset.Files.Select(file => Find(dataset, file))];
        return found.Contains(null) ? null : Folders(dataset).FirstOrDefault(folder => found.Any(path => Path.GetDirectoryName(path) == folder));
    }

    /// <summary>Looks at every file of a data set and compares its checksum.</summary>
    /// <param name="dataset">The data set.</param>
    /// <returns>One result a file. A file is taken from the given folder where it is there.</returns>
    public IReadOnlyList<CheckedFile> Check(CatalogedDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return [.. dataset.Files.Select(file => Check(dataset, file))];
    }

    /// <summary>Looks at one file of a data set and compares its checksum.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="file">One of its files.</param>
    /// <returns>What was found.</returns>
    public CheckedFile Check(CatalogedDataset dataset, CatalogedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Find(dataset, file) is not { } path ? new CheckedFile(file, FileState.Missing, Path.Combine(CacheFolder(dataset), file.DownloadName), null) : Compare(dataset, file, path);
    }

    /// <summary>Compares a file with what is known of it.</summary>
    internal CheckedFile Compare(CatalogedDataset dataset, CatalogedFile file, string path, string? name = null)
    {
        (string Sha256, long Bytes)? content = ContentHash.Compute(path, file.IsPacked(name ?? Path.GetFileName(path)), file.Bytes);
        if (content is not { } found || found.Bytes != file.Bytes)
        {
            return new CheckedFile(file, FileState.Different, path, content?.Sha256);
        }

        string? recorded = file.Sha256 ?? Recorded(dataset).GetValueOrDefault(file.Name);
        FileState state = recorded is null ? FileState.Unknown
            : recorded != found.Sha256 ? FileState.Different
            : file.Sha256 is null ? FileState.Recorded
            : FileState.Verified;
        return new CheckedFile(file, state, path, found.Sha256);
    }

    /// <summary>Keeps the checksum of a file that the catalog has none of.</summary>
    internal void Record(CatalogedDataset dataset, CatalogedFile file, string sha256)
    {
        Dictionary<string, string> recorded = Recorded(dataset);
        recorded[file.Name] = sha256;
        string path = Path.Combine(CacheFolder(dataset), RecordName);
        File.WriteAllText(path + ".part", JsonSerializer.Serialize(recorded));
        File.Move(path + ".part", path, overwrite: true);
    }

    private string? Find(CatalogedDataset dataset, CatalogedFile file) => Folders(dataset).Select(folder => FindIn(folder, file)).FirstOrDefault(found => found is not null);

    private static string? FindIn(string folder, CatalogedFile file) => file.Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private IReadOnlyList<string> Folders(CatalogedDataset dataset) => DataFolders.Of(dataset.Id, _given, _home);

    private Dictionary<string, string> Recorded(CatalogedDataset dataset)
    {
        string path = Path.Combine(CacheFolder(dataset), RecordName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? [] : [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}, line {error.LineNumber + 1}: the recorded checksums cannot be read; delete the file, and the files whose checksums it held will be recorded anew.", error);
        }
    }
}
