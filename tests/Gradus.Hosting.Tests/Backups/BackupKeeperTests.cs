using Gradus.Hosting.Backups;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;
using Gradus.Hosting.Tests.Services;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Backups;

public sealed class BackupKeeperTests
{
    [Fact]
    public void BackUp_SomethingChanged_IsWholeAndCanBeOpened()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-1", "p1 p2", TimeSpan.FromSeconds(9));
        bench.Application.Practice.SaveDraft("question:question-2", "half");

        Backup backup = bench.Application.Backups.BackUp()!;

        Assert.StartsWith(Path.Combine(bench.Folder, "backups"), backup.Path, StringComparison.Ordinal);
        Assert.Equal([backup.Path], Directory.GetFiles(bench.Application.Backups.Folder));
        using TemporaryFolder restored = new();
        File.Copy(backup.Path, restored.Combine(GradusApplication.DatabaseName));
        using GradusApplication again = GradusApplication.Open(new GradusOptions { Home = new GradusHome(restored.Path), BankFolder = "", Bank = bench.Bank, Grader = bench.Grader, Clock = bench.Clock, Labs = [] });
        Assert.Empty(again.Verify());
        Assert.Equal("p1 p2", Assert.Single(again.History.AnswersTo("question-1")).Text);
        Assert.Equal("half", again.Practice.LoadDraft("question:question-2")!.Text);
    }

    [Fact]
    public void BackUp_NothingChanged_MakesNone()
    {
        using Workbench bench = new();
        bench.Application.Practice.SaveDraft("question:question-2", "half");
        BackupKeeper backups = bench.Application.Backups;

        Assert.NotNull(backups.BackUp());
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(backups.BackUp());
        Assert.Null(bench.Reopen().Backups.BackUp());
        bench.Application.Practice.SaveDraft("question:question-2", "half more");
        Assert.NotNull(bench.Application.Backups.BackUp());
        Assert.Equal(2, bench.Application.Backups.All.Count);
    }

    [Fact]
    public void BackUp_ManyChanges_RotatesAndLeavesOtherFilesAlone()
    {
        using Workbench bench = new();
        BackupKeeper backups = bench.Application.Backups;
        Directory.CreateDirectory(backups.Folder);
        File.WriteAllText(Path.Combine(backups.Folder, "gradus-notes.db"), "mine");

        for (int i = 0; i < BackupRotation.Newest + 5; i++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(10));
            bench.Application.Practice.SaveDraft("question:question-2", $"version {i}");
            Assert.NotNull(backups.BackUp());
        }

        Assert.InRange(backups.All.Count, BackupRotation.Newest, BackupRotation.Newest + 1);
        Assert.True(File.Exists(Path.Combine(backups.Folder, "gradus-notes.db")));
        Assert.Equal(bench.Clock.GetUtcNow(), backups.All[0].At);
    }

    [Fact]
    public void BackUp_NewestIsDamaged_MakesAnother()
    {
        using Workbench bench = new();
        bench.Application.Practice.SaveDraft("question:question-2", "half");
        File.WriteAllText(bench.Application.Backups.BackUp()!.Path, "no database at all");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(bench.Application.Backups.BackUp());
    }

    [Fact]
    public async Task Run_EveryHalfHour_BacksUpWhatChangedAndOutlivesFailures()
    {
        using Workbench bench = new();
        using CancellationTokenSource end = new();
        HalfHours clock = new();
        BackupKeeper backups = new(bench.Application.DatabasePath, StoreMigration.Mark, clock);
        List<Exception> failures = [];
        Task running = backups.RunAsync(failures.Add, end.Token);

        bench.Application.Practice.SaveDraft("question:question-2", "half");
        clock.Tick();
        await WaitAsync(() => backups.All.Count == 1);
        Directory.Delete(backups.Folder, recursive: true);
        File.WriteAllText(backups.Folder, "a file where the folder was");
        clock.Tick();
        await WaitAsync(() => failures.Count == 1);
        File.Delete(backups.Folder);
        clock.Tick();
        await WaitAsync(() => backups.All.Count == 1);
        end.Cancel();
        await running;

        Assert.Equal(BackupKeeper.Interval, clock.Period);
    }

    [Fact]
    public void Open_CorruptDatabase_NamesTheNewestBackup()
    {
        using Workbench bench = new();
        bench.Application.Practice.SaveDraft("question:question-2", "half");
        string backup = bench.Application.Backups.BackUp()!.Path, database = bench.Application.DatabasePath;
        bench.Application.Dispose();
        foreach (string beside in Directory.GetFiles(bench.Folder, GradusApplication.DatabaseName + "-*"))
        {
            File.Delete(beside);
        }

        File.WriteAllText(database, new string('x', 5000));

        Assert.Contains($"copy {backup} in its place", Assert.Throws<StoreException>(bench.Another).Message, StringComparison.Ordinal);
    }

    private static async Task WaitAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A clock whose one timer goes off when it is told to.</summary>
    private sealed class HalfHours : TimeProvider
    {
        private Action? _callback;

        public TimeSpan Period { get; private set; }

        public void Tick() => _callback!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Period = period;
            _callback = () => callback(state);
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
