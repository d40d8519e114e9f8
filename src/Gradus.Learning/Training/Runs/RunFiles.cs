using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Training.Runs;

/// <summary>Reads the records of runs.</summary>
public static class RunFiles
{
    private const string Ending = ".jsonl";
    private const int LongestSlug = 40;

    /// <summary>The ids of all runs of a folder, the oldest first; none where the folder is not there. Files whose names are no ids are passed over.</summary>
    /// <param name="folder">The folder of all runs.</param>
    /// <returns>Ids.</returns>
    public static IReadOnlyList<string> Ids(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, $"*{Ending}").Select(path => Path.GetFileNameWithoutExtension(path)!).Where(IsId).OrderBy(id => Place(id).Stem, StringComparer.Ordinal).ThenBy(id => Place(id).Number)] : [];

    /// <summary>Reads a run, be it finished or not.</summary>
    /// <param name="folder">The folder of all runs.</param>
    /// <param name="id">The run.</param>
    /// <returns>The run.</returns>
    /// <exception cref="FileNotFoundException">There is no such run.</exception>
    /// <exception cref="DataFormatException">Its file is damaged; file, byte and field are named.</exception>
    public static RunRecord Read(string folder, string id) => Read(PathOf(folder, id));

    internal static string PathOf(string folder, string id) =>
        IsId(id)
            ? Path.Combine(folder, id + Ending)
            : throw new FileNotFoundException($"'{id}' is no id of a run: it has letters, digits and dashes only.");

    private static bool IsId(string id) => id.Length > 0 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    // Runs of one second and one name are told apart by a number from 2 on.
    private static (string Stem, long Number) Place(string id) =>
        id.LastIndexOf('-') is >= 0 and int dash && long.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? (id[..dash], number) : (id, 1);

    /// <summary>A name as a part of a file's name.</summary>
    internal static string Slug(string name)
    {
        StringBuilder slug = new();
        foreach (char letter in name.ToLowerInvariant())
        {
            slug.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        }

        string text = slug.ToString()[..Math.Min(LongestSlug, slug.Length)].Trim('-');
        return text.Length == 0 ? "run" : text;
    }

    internal static RunRecord Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: there is no such run.");
        }

        JsonLines lines = JsonLines.Read(path);
        if (lines.Lines.Count == 0 || lines.Lines[0].String("kind") != "start")
        {
            throw new DataFormatException(path, 0, "start", "the first line is not the start of a run. Take the file away.");
        }

        RunRecord run = Start(lines.Lines[0], Path.GetFileNameWithoutExtension(path));
        SortedDictionary<int, EpochRecord> epochs = [];
        SortedDictionary<(int Epoch, int Step), SkippedStep> skipped = [];
        double before = 0, seconds = 0;
        foreach (JsonLine line in lines.Lines.Skip(1))
        {
            switch (line.String("kind"))
            {
                case "epoch":
                    EpochRecord epoch = Epoch(line);
                    epochs[epoch.Epoch] = epoch;
                    seconds = line.Number("seconds");
                    break;
                case "skipped":
                    skipped[(line.Whole("epoch"), line.Whole("step"))] = new SkippedStep(line.Whole("epoch"), line.Whole("step"), line.String("reason"));
                    break;
                case "resume":
                    before += seconds;
                    seconds = 0;
                    run = run with { Resumed = run.Resumed + 1, Status = RunStatus.Unfinished, BestEpoch = null, Message = null, Environment = line.Take("environment", JsonValueKind.Object) };
                    break;
                case "end":
                    seconds = line.Number("seconds");
                    run = run with { Status = Status(line), BestEpoch = line.NumberOrNull("bestEpoch") is null ? null : line.Whole("bestEpoch"), Message = line.StringOrNull("message") };
                    break;
                default:
                    // A later version may say more.
                    break;
            }
        }

        return run with { Epochs = [.. epochs.Values], Skipped = [.. skipped.Values], Seconds = before + seconds };
    }

    private static RunRecord Start(JsonLine line, string id)
    {
        if (line.Whole("form") != 1)
        {
            throw line.Fault("form", "it is not 1: a newer version has written it");
        }

        if (!DateTimeOffset.TryParse(line.String("startedAt"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset started))
        {
            throw line.Fault("startedAt", "it is no time");
        }

        if (!line.Take("seed", JsonValueKind.Number).TryGetUInt64(out ulong seed))
        {
            throw line.Fault("seed", "it is no whole number from 0 on");
        }

        return new RunRecord(
            id, line.String("name"), started, RunStatus.Unfinished, seed, line.StringOrNull("data"), line.Take("configuration", JsonValueKind.Object), line.Take("environment", JsonValueKind.Object), [], [], null, null, 0, 0);
    }

    private static EpochRecord Epoch(JsonLine line)
    {
        try
        {
            EpochRecord epoch = JsonSerializer.Deserialize(line.Object, RunJson.Default.EpochRecord)!;
            return epoch.Figures is null ? throw line.Fault("figures", "it is null") : epoch;
        }
        catch (JsonException fault)
        {
            throw line.Fault(fault.Path ?? "epoch", "it is no record of an epoch");
        }
    }

    private static RunStatus Status(JsonLine line) =>
        Enum.TryParse(line.String("status"), ignoreCase: true, out RunStatus status) && Enum.IsDefined(status) ? status : throw line.Fault("status", "it is none that a run can have");
}
