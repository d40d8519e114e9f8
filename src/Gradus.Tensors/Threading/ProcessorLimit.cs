using System.Globalization;

namespace Gradus.Tensors.Threading;

/// <summary>How many processors this process may use: what the system counts, and no more than the quota of the control groups it lies in, rounded up.</summary>
internal static class ProcessorLimit
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>The count, at least 1.</summary>
    internal static int Count() => Math.Max(1, (int)Math.Min(Environment.ProcessorCount, Math.Ceiling(Quota(Read))));

    /// <summary>The least quota in processors of the groups that a process lies in, of version 2 and version 1; infinity without one.</summary>
    /// <param name="read">The text of a file, or null where there is none.</param>
    internal static double Quota(Func<string, string?> read)
    {
        double least = double.PositiveInfinity;
        foreach (string line in (read("/proc/self/cgroup") ?? "0::/").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // hierarchy:controllers:path; version 2 has hierarchy 0 and no controllers.
            string[] fields = line.Split(':', 3);
            if (fields.Length < 3)
            {
                continue;
            }

            bool second = fields[1].Length == 0;
            if (!second && !fields[1].Split(',').Contains("cpu"))
            {
                continue;
            }

            // A container sees its own group as the root, while the path is the host's: the folders above are asked too, up to the root.
            string path = fields[2].TrimEnd('/');
            while (true)
            {
                double quota = second ? Second(read($"{Root}{path}/cpu.max")) : First(read, path);
                least = Math.Min(least, quota);
                if (path.Length == 0)
                {
                    break;
                }

                path = path[..Math.Max(0, path.LastIndexOf('/'))];
            }
        }

        return least;
    }

    // "max 100000" or "150000 100000": microseconds in a period.
    private static double Second(string? text)
    {
        string[] words = text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length == 2 ? Ratio(words[0], words[1]) : double.PositiveInfinity;
    }

    private static double First(Func<string, string?> read, string path)
    {
        double least = double.PositiveInfinity;
        foreach (string controller in (string[])["cpu", "cpu,cpuacct"])
        {
            string folder = $"{Root}/{controller}{path}";
            least = Math.Min(least, Ratio(read($"{folder}/cpu.cfs_quota_us"), read($"{folder}/cpu.cfs_period_us")));
        }

        return least;
    }

    // No limit is "max", or -1, or no file.
    private static double Ratio(string? quota, string? period) =>
        double.TryParse(quota, NumberStyles.Integer | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double part)
        && double.TryParse(period, NumberStyles.Integer | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double whole)
        && part > 0 && whole > 0 ? part / whole : double.PositiveInfinity;

    private static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
