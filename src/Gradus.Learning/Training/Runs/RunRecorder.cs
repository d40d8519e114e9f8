using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gradus.Learning.Training.Runs;

/// <summary>Writes the record of a run while it runs: hand it to <see cref="Trainer.Fit"/> as progress, then call <see cref="Finish"/>.</summary>
/// <remarks>
/// One file a run, one JSON object a line, each on the disk at once: <c>start</c> (form, id, name, startedAt, seed, data, configuration, environment), <c>epoch</c> (the fields of <see cref="EpochRecord"/>, and seconds since
/// this process began), <c>skipped</c> (epoch, step, reason), <c>resume</c> (at, environment) and <c>end</c> (status, bestEpoch, message, seconds). After a resume an epoch or a skipped step may stand again; the last one counts.
/// A file without an end is that of a run that still runs or was killed. <see cref="RunFiles"/> reads them.
/// </remarks>
public sealed class RunRecorder : IProgress<TrainingProgress>, IDisposable
{
    private readonly JsonLinesWriter _writer;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private bool _finished;

    private RunRecorder(string id, JsonLinesWriter writer, TimeProvider clock) => (Id, _writer, _clock, _began) = (id, writer, clock, clock.GetTimestamp());

    /// <summary>The run's name among all runs: when it began, and what it is called.</summary>
    public string Id { get; }

    /// <summary>Is told of all that this recorder is told of; null for nobody.</summary>
    public IProgress<TrainingProgress>? Next { get; init; }

    /// <summary>Begins the record of a new run.</summary>
    /// <param name="folder">The folder of all runs, made where it is missing: <c>runs</c> in the home folder, where <c>gradus runs</c> looks.</param>
    /// <param name="description">What is known before.</param>
    /// <param name="next">Is told of all that the recorder is told of.</param>
    /// <param name="clock">The clock; the system's when null.</param>
    /// <returns>The recorder; dispose it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static RunRecorder Start(string folder, RunDescription description, IProgress<TrainingProgress>? next = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(description);
        clock ??= TimeProvider.System;
        DateTimeOffset now = clock.GetUtcNow();
        string stem = $"{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{RunFiles.Slug(description.Name)}";
        (string id, JsonLinesWriter writer) = Create(folder, stem);
        RunRecorder recorder = new(id, writer, clock) { Next = next };
        writer.Write(new JsonObject
        {
            ["kind"] = "start",
            ["form"] = 1,
            ["id"] = id,
            ["name"] = description.Name,
            ["startedAt"] = now.ToString("O", CultureInfo.InvariantCulture),
            ["seed"] = description.Seed,
            ["data"] = description.Data,
            ["configuration"] = description.Configuration.DeepClone(),
            ["environment"] = Surroundings(),
        }.ToJsonString());
        return recorder;
    }

    /// <summary>Goes on with the record of a run that was stopped.</summary>
    /// <param name="folder">The folder of all runs.</param>
    /// <param name="id">The run.</param>
    /// <param name="next">Is told of all that the recorder is told of.</param>
    /// <param name="clock">The clock; the system's when null.</param>
    /// <returns>The recorder; dispose it.</returns>
    /// <exception cref="FileNotFoundException">There is no such run.</exception>
    /// <exception cref="Data.Files.DataFormatException">Its file is damaged.</exception>
    public static RunRecorder Resume(string folder, string id, IProgress<TrainingProgress>? next = null, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        string path = RunFiles.PathOf(folder, id);
        RunFiles.Read(path);
        RunRecorder recorder = new(id, JsonLinesWriter.Append(path, JsonLines.Read(path).Length), clock) { Next = next };
        recorder._writer.Write(new JsonObject { ["kind"] = "resume", ["at"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), ["environment"] = Surroundings() }.ToJsonString());
        return recorder;
    }

    /// <summary>Writes an epoch that has ended or a step that was left out; all else is only handed on.</summary>
    /// <param name="value">Where the training stands.</param>
    public void Report(TrainingProgress value)
    {
        if (value.Skipped is { } skipped)
        {
            _writer.Write(new JsonObject { ["kind"] = "skipped", ["epoch"] = skipped.Epoch, ["step"] = skipped.Step, ["reason"] = skipped.Reason }.ToJsonString());
        }

        if (value.Completed is { } epoch)
        {
            JsonObject line = JsonSerializer.SerializeToNode(epoch, RunJson.Default.EpochRecord)!.AsObject();
            line.Insert(0, "kind", "epoch");
            line["seconds"] = Seconds();
            _writer.Write(line.ToJsonString());
        }

        Next?.Report(value);
    }

    /// <summary>Writes how the run ended.</summary>
    /// <param name="history">What the trainer returned.</param>
    public void Finish(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        End(history.Reason switch { StopReason.Completed => RunStatus.Completed, StopReason.EarlyStopped => RunStatus.EarlyStopped, _ => RunStatus.NotFinite }, history.BestEpoch, history.Message);
    }

    /// <summary>Closes the file; a run that was not finished is marked as interrupted.</summary>
    public void Dispose()
    {
        if (!_finished)
        {
            End(RunStatus.Interrupted, null, null);
        }

        _writer.Dispose();
    }

    private static (string Id, JsonLinesWriter Writer) Create(string folder, string stem)
    {
        for (int number = 1; ; number++)
        {
            string id = number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            string path = RunFiles.PathOf(folder, id);
            try
            {
                return (id, JsonLinesWriter.Create(path));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another run of the same second and name.
            }
        }
    }

    private static JsonNode Surroundings() => JsonSerializer.SerializeToNode(RunEnvironment.Current(), RunJson.Default.RunEnvironment)!;

    private double Seconds() => _clock.GetElapsedTime(_began).TotalSeconds;

    private void End(RunStatus status, int? best, string? message)
    {
        _finished = true;
        _writer.Write(new JsonObject { ["kind"] = "end", ["status"] = JsonNamingPolicy.CamelCase.ConvertName(status.ToString()), ["bestEpoch"] = best, ["message"] = message, ["seconds"] = Seconds() }.ToJsonString());
    }
}
