using Gradus.Hosting.Backups;

namespace Gradus.Hosting.Tests.Backups;

public sealed class BackupRotationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 10, 0, TimeSpan.Zero);

    [Fact]
    public void Surplus_FewBackups_KeepsAll() => Assert.Empty(BackupRotation.Surplus(Every(TimeSpan.FromMinutes(30), 48)));

    [Fact]
    public void Surplus_EveryHalfHourForThreeMonths_KeepsADayOfThemAndThirtyDays()
    {
        List<Backup> kept = [];
        foreach (Backup backup in Every(TimeSpan.FromMinutes(30), 90 * 48))
        {
            kept.Add(backup);
            kept = [.. kept.Except(BackupRotation.Surplus(kept))];
        }

        // The last 48 reach from 00:40 of the last day but one to 23:40, so that one day of the 30 stands among them.
        Assert.Equal(48 + 29, kept.Count);
        Assert.Equal(30, kept.Select(backup => backup.At.Date).Distinct().Count());
        Assert.All(kept.SkipLast(48), backup => Assert.Equal(new TimeSpan(23, 40, 0), backup.At.TimeOfDay));
    }

    [Fact]
    public void Surplus_OneAMonth_KeepsTheNewestWhateverTheirAge()
    {
        Backup[] backups = [.. Every(TimeSpan.FromDays(30), 60)];

        Assert.Equal(backups.Take(12), BackupRotation.Surplus(backups).OrderBy(backup => backup.At));
    }

    private static IEnumerable<Backup> Every(TimeSpan interval, int count) => Enumerable.Range(0, count).Select(i => new Backup($"b{i}", Start + (i * interval)));
}
