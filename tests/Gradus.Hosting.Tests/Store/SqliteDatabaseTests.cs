using Dapper;
using Gradus.Hosting.Store;
using Gradus.Interview;
using Gradus.Interview.Log;
using Gradus.Testing;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Tests.Store;

/// <summary>Files that cannot be used as they are: older, newer, foreign, corrupt, locked or out of reach.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private string Database => _folder.Combine("home", "gradus.db");

    public static TheoryData<int> OlderVersions => [.. Enumerable.Range(1, StoreMigration.All.Count - 1)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_Migrations_AreNumberedWithoutGaps() =>
        Assert.Equal(Enumerable.Range(1, StoreMigration.All.Count), StoreMigration.All.Select(migration => migration.Version));

    [Theory]
    [MemberData(nameof(OlderVersions))]
    public void Open_OlderVersion_IsMigratedAfterABackup(int version)
    {
        using (SqliteEventStore old = Open([.. StoreMigration.All.Take(version)]))
        {
            old.Append([new SittingAbandoned("s1")]);
        }

        using (SqliteEventStore store = Open())
        {
            Assert.Equal(new SittingAbandoned("s1"), Assert.Single(store.Read(new EventFilter())).Event);
            store.SaveDraft("a", new("text", default, _clock.GetUtcNow()));
            Assert.Equal("text", store.LoadDraft("a")?.Text);
            Assert.Equal(StoreMigration.All.Count, store.Locked(connection => connection.ExecuteScalar<int>("PRAGMA user_version")));
        }

        string backup = Assert.Single(SqliteDatabase.Backups(Database));
        Assert.Contains($".v{version}-20261121-100000-000-", backup, StringComparison.Ordinal);
        File.Move(backup, _folder.Combine("restored.db"));
        using SqliteConnection restored = new($"Data Source={_folder.Combine("restored.db")};Pooling=False");
        Assert.Equal((long)version, restored.ExecuteScalar("PRAGMA user_version"));
        Assert.Equal(1L, restored.ExecuteScalar("SELECT count(*) FROM events"));
    }

    [Fact]
    public void Open_CurrentVersion_MakesNoBackup()
    {
        Open().Dispose();
        Open().Dispose();

        Assert.Empty(SqliteDatabase.Backups(Database));
    }

    [Fact]
    public async Task Open_ManyAtOnce_MigrateOnce()
    {
        SqliteEventStore[] stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Open())));

        foreach (SqliteEventStore store in stores)
        {
            store.Append([new SittingAbandoned("s")]);
        }

        Assert.All(stores, store => Assert.Equal(6, store.Read(new EventFilter()).Count));
        Assert.All(stores, store => store.Dispose());
    }

    [Fact]
    public void Open_NewerVersion_IsNamedAndLeftUntouched()
    {
        Fill();
        Execute("PRAGMA user_version = 99");

        StoreException error = RefusedUntouched();

        Assert.Equal(
            $"{Database}: a newer Gradus wrote this database (version 99; this Gradus knows versions up to {StoreMigration.All.Count}). Update Gradus, or set GRADUS_HOME to another folder.",
            error.Message);
    }

    [Fact]
    public void Open_DatabaseOfAnotherProgram_IsLeftUntouched()
    {
        Directory.CreateDirectory(_folder.Combine("home"));
        Execute("CREATE TABLE recipes (name TEXT)");

        Assert.Contains("this is a database of another program.", RefusedUntouched().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TextFile_IsNamedAndLeftUntouched()
    {
        Directory.CreateDirectory(_folder.Combine("home"));
        File.WriteAllText(Database, string.Concat(Enumerable.Repeat("This is my diary. ", 500)));

        StoreException error = RefusedUntouched();

        Assert.Equal($"{Database}: this file is corrupt or not a database. Move it away to begin anew, or set GRADUS_HOME to another folder.", error.Message);
    }

    [Fact]
    public void Open_CorruptWithABackup_NamesTheBackup()
    {
        Fill();
        File.Copy(Database, Database + ".v1-x.bak");
        File.WriteAllText(Database, new string('x', 20_000));

        Assert.EndsWith($"Move it away and copy {Database}.v1-x.bak in its place, or set GRADUS_HOME to another folder.", RefusedUntouched().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DamagedAtRandomPlaces_OpensSoundOrIsRefusedUntouched()
    {
        Fill();
        byte[] sound = File.ReadAllBytes(Database);
        SeededChoice choice = new(5);
        int refused = 0;
        for (int round = 0; round < 60; round++)
        {
            byte[] damaged = [.. sound];
            if (round % 3 == 0)
            {
                Array.Resize(ref damaged, 1 + choice.Next(sound.Length - 1));
            }
            else
            {
                int start = choice.Next(sound.Length);
                Scramble(damaged.AsSpan(start, Math.Min(choice.Next(3000), sound.Length - start)), choice);
            }

            File.WriteAllBytes(Database, damaged);
            try
            {
                using SqliteEventStore store = Open();
                // Damage inside a text cannot be seen in the structure; it must be named or be legible, never crash.
                StoreVerifier.Verify(store);
            }
            catch (StoreException)
            {
                refused++;
                Assert.Equal(damaged, File.ReadAllBytes(Database));
            }

            foreach (string beside in (string[])["-wal", "-shm"])
            {
                File.Delete(Database + beside);
            }
        }

        Assert.True(refused > 20, $"only {refused} of 60 damaged files were refused");
    }

    [Fact]
    public void Open_FolderInPlaceOfTheFile_IsNamed()
    {
        Directory.CreateDirectory(Database);

        Assert.Contains("this file cannot be opened.", Assert.Throws<StoreException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileInPlaceOfTheFolder_IsNamed()
    {
        File.WriteAllText(_folder.Combine("home"), "x");

        Assert.Contains("its folder cannot be made", Assert.Throws<StoreException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NewHome_IsForItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps access rights in another way.");
            return;
        }

        Open().Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Combine("home")));
    }

    private static void Scramble(Span<byte> bytes, SeededChoice choice)
    {
        foreach (ref byte one in bytes)
        {
            one = (byte)choice.Next(256);
        }
    }

    private SqliteEventStore Open(IReadOnlyList<StoreMigration>? migrations = null) =>
        SqliteEventStore.Open(Database, _clock, new IdSource(_clock), migrations ?? StoreMigration.All);

    private void Fill()
    {
        using SqliteEventStore store = Open();
        store.Append([.. Enumerable.Range(0, 40).Select(i => new AnswerSubmitted($"a{i}", "dropout", "?", new string('t', 900), 1))]);
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    private StoreException RefusedUntouched()
    {
        byte[] before = File.ReadAllBytes(Database);

        StoreException error = Assert.Throws<StoreException>(() => Open());

        Assert.Equal(before, File.ReadAllBytes(Database));
        return error;
    }
}
