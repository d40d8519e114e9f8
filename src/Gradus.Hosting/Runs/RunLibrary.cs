using System.Text.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Runs;

namespace Gradus.Hosting.Runs;

/// <summary>The records of training runs in the home folder.</summary>
/// <param name="home">The folder of the person's state; the runs are in its folder <c>runs</c>.</param>
public sealed class RunLibrary(GradusHome home)
{
    private const int MostNamed = 3;

    /// <summary>The folder of all runs, where <see cref="RunRecorder"/> is to write. It need not exist yet.</summary>
    public string Folder { get; } = Path.Combine(home.Path, "runs");

    /// <summary>The ids of all runs, the oldest first.</summary>
    public IReadOnlyList<string> Ids => RunFiles.Ids(Folder);

    /// <summary>Reads a run.</summary>
    /// <param name="id">Its id, or <c>last</c> for the newest.</param>
    /// <returns>All that its record tells.</returns>
    /// <exception cref="UnknownIdException">There is no such run; near ids are named.</exception>
    /// <exception cref="InvalidDataException">Its file is damaged; file, byte and field are named.</exception>
    public RunDetails Read(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        IReadOnlyList<string> ids = Ids;
        string found = id == "last" && ids.Count > 0 ? ids[^1] : id;
        if (!ids.Contains(found, StringComparer.Ordinal))
        {
            throw new UnknownIdException("run", id, NearestId.Among(ids, id, MostNamed));
        }

        try
        {
            return Details(RunFiles.Read(Folder, found));
        }
        catch (DataFormatException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    /// <summary>Reads a run and tells it in a line.</summary>
    /// <param name="id">Its id, or <c>last</c> for the newest.</param>
    /// <returns>The line.</returns>
    /// <exception cref="UnknownIdException">There is no such run; near ids are named.</exception>
    /// <exception cref="InvalidDataException">Its file is damaged.</exception>
    public RunSummary Summarize(string id) => Summary(Read(id));

    /// <summary>Puts runs side by side.</summary>
    /// <param name="ids">Their ids.</param>
    /// <returns>What they came to and in what they differ.</returns>
    /// <exception cref="UnknownIdException">There is no such run.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public RunComparison Compare(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        RunDetails[] runs = [.. ids.Select(Read)];
        bool? sameData = runs.Any(run => run.Data is null) ? null : runs.Select(run => run.Data).Distinct().Count() <= 1;
        return new RunComparison(
            [.. runs.Select(Summary)],
            sameData,
            runs.Select(run => run.Seed).Distinct().Count() <= 1,
            Differences([.. runs.Select(run => run.Configuration)]),
            Differences([.. runs.Select(run => run.Environment)]));
    }

    private static RunDetails Details(RunRecord run) => new()
    {
        Id = run.Id,
        Name = run.Name,
        StartedAt = run.StartedAt,
        Status = JsonNamingPolicy.CamelCase.ConvertName(run.Status.ToString()),
        Seed = run.Seed,
        Epochs = run.Epochs.Count,
        BestEpoch = run.BestEpoch is > 0 ? run.BestEpoch : null,
        TrainLoss = run.Judged?.TrainLoss,
        ValidationLoss = run.Judged?.ValidationLoss,
        ValidationMetric = run.Judged?.ValidationMetric,
        SkippedSteps = run.Skipped.Count,
        Seconds = run.Seconds,
        Data = run.Data,
        Configuration = run.Configuration,
        Environment = run.Environment,
        Resumed = run.Resumed,
        Message = run.Message,
        History = [.. run.Epochs.Select(Epoch)],
        Skipped = [.. run.Skipped.Select(skipped => new RunSkip(skipped.Epoch, skipped.Step, skipped.Reason))],
    };

    private static RunEpoch Epoch(EpochRecord epoch) =>
        new(epoch.Epoch, epoch.TrainLoss, epoch.ValidationLoss, epoch.ValidationMetric, epoch.LearningRate, epoch.GradientNorm, epoch.SkippedSteps, epoch.Figures);

    // The line alone: the list of a comparison would otherwise carry every epoch.
    private static RunSummary Summary(RunDetails run) => new()
    {
        Id = run.Id,
        Name = run.Name,
        StartedAt = run.StartedAt,
        Status = run.Status,
        Seed = run.Seed,
        Epochs = run.Epochs,
        BestEpoch = run.BestEpoch,
        TrainLoss = run.TrainLoss,
        ValidationLoss = run.ValidationLoss,
        ValidationMetric = run.ValidationMetric,
        SkippedSteps = run.SkippedSteps,
        Seconds = run.Seconds,
    };

    private static IReadOnlyList<RunDifference> Differences(JsonElement[] objects)
    {
        Dictionary<string, JsonElement>[] flat = [.. objects.Select(each => Values(each))];
        return
        [
            .. flat.SelectMany(each => each.Keys).Distinct(StringComparer.Ordinal)
                .Select(name => new RunDifference(name, [.. flat.Select(each => each.TryGetValue(name, out JsonElement value) ? value : (JsonElement?)null)]))
                .Where(difference => difference.Values.Select(value => value?.GetRawText()).Distinct().Count() > 1),
        ];
    }

    // Of two values under one path, as of "a.b" beside an object a with a b, the last counts.
    private static Dictionary<string, JsonElement> Values(JsonElement element)
    {
        Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
        foreach ((string path, JsonElement value) in Flat("", element))
        {
            values[path] = value;
        }

        return values;
    }

    private static IEnumerable<(string Path, JsonElement Value)> Flat(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(property => Flat(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value))
            : [(path, element)];
}
