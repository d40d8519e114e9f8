using Dapper;
using Gradus.Hosting.Store;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Backups;

/// <summary>Copies the database into the folder <c>backups</c> beside it, whole at one moment, and lets old copies go.</summary>
public sealed class BackupKeeper
{
    private readonly Lock _lock = new();
    private readonly string _database;
    private readonly string _mark;
    private readonly TimeProvider _clock;

    /// <summary>Keeps the backups of a database.</summary>
    /// <param name="database">The file.</param>
    /// <param name="mark">The statement that selects, as one text, what changes with every change of the database.</param>
    /// <param name="clock">Dates the backups.</param>
    internal BackupKeeper(string database, string mark, TimeProvider clock)
    {
        _database = database;
        _mark = mark;
        _clock = clock;
    }

    /// <summary>The time between two backups while the site runs.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The folder that holds them.</summary>
    public string Folder => BackupFolder.Of(_database);

    /// <summary>The backups, the newest first.</summary>
    public IReadOnlyList<Backup> All => BackupFolder.List(_database);

    /// <summary>Makes a backup, unless the newest one holds all there is.</summary>
    /// <returns>The backup, or null where nothing has changed since the newest.</returns>
    /// <exception cref="StoreException">The copy cannot be made; no half of one is left.</exception>
    public Backup? BackUp()
    {
        lock (_lock)
        {
            using SqliteConnection source = Open(_database, SqliteOpenMode.ReadOnly);
            if (All is [Backup newest, ..] && Holds(newest, Mark(source)))
            {
                return null;
            }

            DateTimeOffset at = _clock.GetUtcNow();
            Backup made = new(BackupFolder.PathOf(_database, at), at);
            Copy(source, made.Path);
            foreach (Backup old in BackupRotation.Surplus(All))
            {
                File.Delete(old.Path);
            }

            return made;
        }
    }

    /// <summary>Makes a backup at every <see cref="Interval"/> in which something changed, until it is cancelled.</summary>
    /// <param name="failed">Is told of a backup that could not be made; the next is tried all the same.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What ends when it was cancelled.</returns>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failed);
        using PeriodicTimer timer = new(Interval, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    BackUp();
                }
                catch (Exception error) when (error is StoreException or IOException or UnauthorizedAccessException)
                {
                    failed(error);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end that was asked for.
        }
    }

    /// <summary>Copies a database by SQLite's online backup: what the copy holds was there at one moment, whatever is written meanwhile.</summary>
    internal static void Copy(SqliteConnection source, string target)
    {
        string part = target + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(part);
            using (SqliteConnection copy = Open(part, SqliteOpenMode.ReadWriteCreate))
            {
                source.BackupDatabase(copy);

                // One file that needs none beside it, so that a copy of it is a copy of all.
                copy.Execute("PRAGMA journal_mode = DELETE");
                if (copy.ExecuteScalar<string>("PRAGMA quick_check(1)") is not "ok")
                {
                    throw new StoreException(source.DataSource, "the backup of this file is not sound.", "Check the disk; what was saved is still in the file.");
                }
            }

            using (FileStream written = new(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, target, overwrite: true);
        }
        catch (SqliteException error)
        {
            throw SqliteDatabase.Explain(target, error);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private bool Holds(Backup backup, string mark)
    {
        try
        {
            using SqliteConnection connection = Open(backup.Path, SqliteOpenMode.ReadOnly);
            return Mark(connection) == mark;
        }
        catch (SqliteException)
        {
            // Whatever it is, it is no backup of what is there.
            return false;
        }
    }

    private string Mark(SqliteConnection connection) => connection.QuerySingle<string>(_mark);
}
