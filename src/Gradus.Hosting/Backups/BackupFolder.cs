using System.Globalization;

namespace Gradus.Hosting.Backups;

/// <summary>The folder of a database's backups: <c>backups</c> beside it, one file a backup, named by the database and the time.</summary>
internal static class BackupFolder
{
    private const string Pattern = "yyyyMMdd-HHmmss-fff";
    private const string Extension = ".db";

    /// <summary>The folder of the backups of a database.</summary>
    public static string Of(string database) => Path.Combine(Path.GetDirectoryName(database)!, "backups");

    /// <summary>The path of a backup made at an instant (UTC).</summary>
    public static string PathOf(string database, DateTimeOffset at) => Path.Combine(Of(database), Prefix(database) + at.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture) + Extension);

    /// <summary>The backups of a database, the newest first; other files in the folder are passed over.</summary>
    public static IReadOnlyList<Backup> List(string database)
    {
        string folder = Of(database);
        string prefix = Prefix(database);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, prefix + "*" + Extension).Select(path => Read(path, prefix.Length)).OfType<Backup>().OrderByDescending(backup => backup.At)]
            : [];
    }

    private static string Prefix(string database) => Path.GetFileNameWithoutExtension(database) + "-";

    private static Backup? Read(string path, int prefix)
    {
        string stamp = Path.GetFileNameWithoutExtension(path)[prefix..];
        return DateTimeOffset.TryParseExact(stamp, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? new Backup(path, at) : null;
    }
}
