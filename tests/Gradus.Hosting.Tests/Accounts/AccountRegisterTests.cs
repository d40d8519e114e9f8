using System.Runtime.Versioning;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Backups;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;

namespace Gradus.Hosting.Tests.Accounts;

public sealed class AccountRegisterTests
{
    [Fact]
    public async Task List_Accounts_AreByNameWithWhatTheyHave()
    {
        using AccountBench bench = new();
        Assert.Empty(new AccountRegister(bench.Database).List());
        await bench.AddAsync("grace");
        Account ada = await bench.AddAsync("Ada");
        new ApiTokens(bench.Database).Create(ada.Id, "script");

        IReadOnlyList<AccountEntry> list = new AccountRegister(bench.Another()).List();

        Assert.Equal(["Ada", "grace"], list.Select(account => account.Name));
        Assert.Equal((1, 0), (list[0].Tokens, list[0].Passkeys));
        Assert.Null(list[0].SignedInAt);
    }

    [Fact]
    public async Task Find_NameThatIsNone_NamesTheNearest()
    {
        using AccountBench bench = new();
        await bench.AddAsync("grace");
        AccountRegister register = new(bench.Database);

        Assert.Equal("grace", register.Find("GRACE").Name);
        Assert.Equal(["grace"], Assert.Throws<UnknownIdException>(() => register.Find("gracie")).Nearest);
    }

    [Fact]
    public async Task Backups_OfTheAccounts_AreMadeWhenSomethingChanged()
    {
        using AccountBench bench = new();
        await bench.AddAsync("ada");

        Backup first = bench.Database.Backups.BackUp()!;
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Backup? none = bench.Database.Backups.BackUp();
        await bench.AddAsync("grace");
        bench.Database.Backups.BackUp();

        Assert.Null(none);
        Assert.StartsWith("accounts-", Path.GetFileName(first.Path), StringComparison.Ordinal);
        Assert.Equal(2, bench.Database.Backups.All.Count);
        Assert.Empty(BackupFolder.List(Path.Combine(bench.Home.Path, GradusApplication.DatabaseName)));
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_IsLeftAlone()
    {
        using AccountBench bench = new();
        using Gradus.Testing.TemporaryFolder folder = new();
        string path = folder.Combine(AccountDatabase.FileName);
        File.WriteAllText(path, new string('x', 5_000));

        Assert.Throws<StoreException>(() => AccountDatabase.Open(new GradusHome(folder.Path), bench.Clock));

        Assert.Equal(new string('x', 5_000), File.ReadAllText(path));
    }

    [Fact]
    public void Open_File_IsAsSafeAsTheLog()
    {
        using AccountBench bench = new();

        (string Mode, long Synchronous, long Keys) settings = bench.Database.Read(connection => (
            Dapper.SqlMapper.ExecuteScalar<string>(connection, "PRAGMA journal_mode"),
            Dapper.SqlMapper.ExecuteScalar<long>(connection, "PRAGMA synchronous"),
            Dapper.SqlMapper.ExecuteScalar<long>(connection, "PRAGMA foreign_keys")))!;

        Assert.Equal(("wal", 2L, 1L), settings);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Open_File_IsItsOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files");
        using AccountBench bench = new();
        File.SetUnixFileMode(bench.Home.Path, (UnixFileMode)0b111_101_101);
        await bench.AddAsync("ada");

        string[] files = Directory.GetFiles(bench.Home.Path, AccountDatabase.FileName + "*");

        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void SiteAddress_Set_IsThereForAnotherProcess()
    {
        using AccountBench bench = new();
        Assert.Null(bench.Database.SiteAddress);

        bench.Database.SiteAddress = "https://class.example.org";

        Assert.Equal("https://class.example.org", bench.Another().SiteAddress);
    }
}
