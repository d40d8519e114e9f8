using Dapper;
using Gradus.Hosting.Backups;
using Gradus.Hosting.Store;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Accounts;

/// <summary>The file that says who may use a site: <c>accounts.db</c> in the site's home. Site and terminal may have it open at once.</summary>
/// <remarks>Opened as the log is: write-ahead log, every change on the disk before it is acknowledged. What people do is not in it; that is in the folder of each.</remarks>
public sealed class AccountDatabase : IDisposable
{
    /// <summary>The name of the file in the site's home.</summary>
    public const string FileName = "accounts.db";

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    private AccountDatabase(string path, SqliteConnection connection, TimeProvider clock)
    {
        Path = path;
        _connection = connection;
        Clock = clock;
        Ids = new IdSource(clock);
        Backups = new BackupKeeper(path, AccountMigrations.Mark, clock);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Copies of the file.</summary>
    public BackupKeeper Backups { get; }

    /// <summary>Where the site was reached when it was started last, such as <c>https://class.example.org</c>; null before the first start.</summary>
    public string? SiteAddress
    {
        get => Read(connection => connection.QuerySingle<string?>("SELECT address FROM site"));
        set => Write((connection, transaction) => connection.Execute("UPDATE site SET address = @value WHERE address IS NOT @value", new { value }, transaction));
    }

    /// <summary>The present moment (UTC).</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    internal TimeProvider Clock { get; }

    internal IdSource Ids { get; }

    /// <summary>Opens the file, made or migrated when needed.</summary>
    /// <param name="home">The site's home.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The database.</returns>
    /// <exception cref="StoreException">The file is corrupt, newer, another program's or cannot be opened; it is left untouched.</exception>
    public static AccountDatabase Open(GradusHome home, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(home);
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(home.Path, FileName));
        try
        {
            // The site's home may be open to others on the machine; the files beside this one take over its mode.
            PrivateFolder.MakeFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, $"this file cannot be opened: {error.Message}", "Check that its folder may be written, or set GRADUS_HOME to another one.", error);
        }

        return new AccountDatabase(path, SqliteDatabase.Open(path, clock, AccountMigrations.All), clock);
    }

    /// <summary>An id for an account that is about to be made.</summary>
    /// <returns>Letters and digits.</returns>
    public string NewId() => Ids.Next();

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    /// <summary>Asks.</summary>
    internal T Read<T>(Func<SqliteConnection, T> ask)
    {
        lock (_lock)
        {
            try
            {
                return ask(_connection);
            }
            catch (SqliteException error)
            {
                throw SqliteDatabase.Explain(Path, error);
            }
        }
    }

    /// <summary>Changes something as one: all of it is on the disk when this returns, or none is.</summary>
    internal T Write<T>(Func<SqliteConnection, SqliteTransaction, T> change) => Read(connection =>
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        T result = change(connection, transaction);
        connection.Execute("UPDATE site SET revision = revision + 1", transaction: transaction);
        transaction.Commit();
        return result;
    });
}
