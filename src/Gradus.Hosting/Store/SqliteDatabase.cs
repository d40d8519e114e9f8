using System.Globalization;
using Dapper;
using Gradus.Hosting.Backups;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Store;

/// <summary>Opens the database file: says what is wrong with one that cannot be used, migrates an older one after a backup.</summary>
internal static class SqliteDatabase
{
    /// <summary>Marks the file as one of Gradus's: "Grad" in ASCII.</summary>
    public const int ApplicationId = 0x47726164;

    private const int BusySeconds = 30;

    /// <summary>Opens the file, made or migrated when needed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Dates the backups.</param>
    /// <param name="migrations">All steps; fewer in tests that want an older file.</param>
    /// <exception cref="StoreException">The file cannot be used; it is left as it is.</exception>
    public static SqliteConnection Open(string path, TimeProvider clock, IReadOnlyList<StoreMigration> migrations)
    {
        MakeFolder(path);
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusySeconds * 1000}");
            // Nothing may be written before the file is known to be sound and ours.
            int version = Inspect(connection, path, migrations.Count);
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
            if (version < migrations.Count)
            {
                Migrate(connection, path, version, clock, migrations);
            }

            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Explain(path, error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Says in one sentence what a fault of the database engine means and what to do.</summary>
    public static StoreException Explain(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        11 or 26 => new StoreException(path, "this file is corrupt or not a database.", WayOut(path), error),
        14 => new StoreException(path, "this file cannot be opened.", "Check that the folder exists and may be written, or set GRADUS_HOME to another folder.", error),
        8 => new StoreException(path, "this file may not be written.", "Make it and its folder writable, or set GRADUS_HOME to another folder.", error),
        13 => new StoreException(path, "the disk is full.", "Free some space and try again; what was saved before is safe.", error),
        5 or 6 => new StoreException(path, "another program keeps this file locked.", "Close it and try again.", error),
        _ => new StoreException(path, $"the database engine reports: {error.Message}", "Try again; if it stays, " + WayOut(path), error),
    };

    /// <summary>The backups of a database, the newest first: those that the site makes, and those made before a migration.</summary>
    public static IReadOnlyList<string> Backups(string path) =>
        Directory.Exists(Path.GetDirectoryName(path))
            ? [.. Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".*.bak").Concat(BackupFolder.List(path).Select(backup => backup.Path)).OrderByDescending(File.GetLastWriteTimeUtc)]
            : [];

    private static string WayOut(string path) => Backups(path) is [string newest, ..]
        ? $"Move it away and copy {newest} in its place, or set GRADUS_HOME to another folder."
        : "Move it away to begin anew, or set GRADUS_HOME to another folder.";

    private static void MakeFolder(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        try
        {
            PrivateFolder.Make(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, $"its folder cannot be made: {error.Message}", "Set GRADUS_HOME to a folder that may be written.", error);
        }
    }

    private static int Inspect(SqliteConnection connection, string path, int newest)
    {
        // One read transaction, else another process could migrate between the questions.
        using SqliteTransaction reading = connection.BeginTransaction(deferred: true);
        int version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: reading);
        int owner = connection.ExecuteScalar<int>("PRAGMA application_id", transaction: reading);
        long tables = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master", transaction: reading);
        if (owner != ApplicationId && (tables > 0 || version != 0))
        {
            throw new StoreException(path, "this is a database of another program.", "Move it away, or set GRADUS_HOME to another folder.");
        }

        if (version > newest)
        {
            throw new StoreException(
                path,
                $"a newer Gradus wrote this database (version {version}; this Gradus knows versions up to {newest}).",
                "Update Gradus, or set GRADUS_HOME to another folder.");
        }

        string state = tables == 0 ? "ok" : connection.QueryFirst<string>("PRAGMA quick_check(1)", transaction: reading);
        return state == "ok" ? version : throw new StoreException(path, $"this database is corrupt ({state.ReplaceLineEndings(" ")}).", WayOut(path));
    }

    private static void Migrate(SqliteConnection connection, string path, int from, TimeProvider clock, IReadOnlyList<StoreMigration> migrations)
    {
        if (from > 0)
        {
            Backup(connection, path, from, clock);
        }

        using SqliteTransaction writing = connection.BeginTransaction(deferred: false);
        // Another process may have been faster while this one waited for the lock.
        int version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: writing);
        foreach (StoreMigration migration in migrations.Skip(version))
        {
            connection.Execute(migration.Sql, transaction: writing);
            connection.Execute($"PRAGMA user_version = {migration.Version}; PRAGMA application_id = {ApplicationId}", transaction: writing);
        }

        writing.Commit();
    }

    private static void Backup(SqliteConnection connection, string path, int version, TimeProvider clock)
    {
        string stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        string target = $"{path}.v{version}-{stamp}-{Environment.ProcessId}.bak";
        BackupKeeper.Copy(connection, target);
    }
}
