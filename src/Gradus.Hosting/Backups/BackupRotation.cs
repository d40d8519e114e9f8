namespace Gradus.Hosting.Backups;

/// <summary>Decides which backups are kept: the newest ones, and the last of each of the newest days.</summary>
public static class BackupRotation
{
    /// <summary>How many of the newest are kept.</summary>
    public const int Newest = 48;

    /// <summary>Of how many days, those that have a backup, the last one is kept.</summary>
    public const int Days = 30;

    /// <summary>What need not be kept.</summary>
    /// <param name="backups">All backups, in any order.</param>
    /// <returns>Those that are neither among the <see cref="Newest"/> nor the last of one of the newest <see cref="Days"/> days (UTC).</returns>
    public static IReadOnlyList<Backup> Surplus(IEnumerable<Backup> backups)
    {
        Backup[] ordered = [.. backups.OrderByDescending(backup => backup.At)];
        HashSet<Backup> kept = [.. ordered.Take(Newest), .. ordered.GroupBy(backup => backup.At.UtcDateTime.Date).Take(Days).Select(day => day.First())];
        return [.. ordered.Where(backup => !kept.Contains(backup))];
    }
}
