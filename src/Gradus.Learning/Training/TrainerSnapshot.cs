using System.Text.Json;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Training.Checkpoints;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Copies a training into a checkpoint and back.</summary>
/// <remarks>
/// Parts: <c>models.NAME</c>, <c>average</c>, <c>streams.NAME</c> (for each random stream its position, and <c>seed</c>), <c>optimizers.NAME</c>, <c>others.NAME</c>, <c>schedules.PLACE</c>, <c>best.NAME</c> (weights of the
/// best epoch), and the text <c>trainer</c>.
/// </remarks>
internal static class TrainerSnapshot
{
    private const string StateName = "trainer";

    internal static CheckpointFile Take(TrainingParts parts, TrainerOptions options, TrainerState state, BestEpoch best)
    {
        CheckpointFile checkpoint = new();
        foreach ((string name, Module model) in parts.Models)
        {
            checkpoint.Add($"models.{name}", model.StateDictionary());
            checkpoint.Add($"streams.{name}.seed", SavedState.Of((long)model.Seed));
            foreach ((string stream, Rng rng) in model.NamedStreams())
            {
                checkpoint.Add($"streams.{name}.at.{stream}", SavedState.Of((long)rng.Position));
            }

            // Where the best epoch is the last one its weights are there already, unless they are an average.
            if (best.Weights is not null && !(best.Epoch == state.Epoch - 1 && state.Batch == 0 && options.Average is null))
            {
                checkpoint.Add($"best.{name}", best.Weights[name]);
            }
        }

        foreach ((string name, IStateful part) in Stateful(parts, options))
        {
            checkpoint.Add(name, part.StateDictionary());
        }

        (state.BestEpoch, state.BestFigure) = (best.Epoch, best.Figure);
        checkpoint.Add(StateName, state.Write());
        return checkpoint;
    }

    /// <summary>Puts all parts back; on a fault they are as they were.</summary>
    internal static TrainerState Restore(CheckpointFile checkpoint, string path, TrainingParts parts, TrainerOptions options, BestEpoch best)
    {
        if (!checkpoint.Texts.TryGetValue(StateName, out string? text))
        {
            throw new ArgumentException($"{path} holds no training, only tensors; read them with CheckpointFile.Read.", nameof(path));
        }

        TrainerState state;
        try
        {
            state = TrainerState.Read(text);
        }
        catch (JsonException fault)
        {
            throw new DataFormatException(path, checkpoint.OffsetOf(StateName), StateName, $"{fault.Message}. Take an older checkpoint, or a copy.");
        }

        TrainerState unused = new();
        CheckpointFile before = Take(parts, options, unused, best);
        try
        {
            DemandAllUsed(checkpoint, parts, options);
            Load(checkpoint, parts, options);
            best.Resume(state, state.BestEpoch == 0 || !options.RestoreBest ? null : parts.Models.ToDictionary(entry => entry.Key, entry => Best(checkpoint, entry.Key, state), StringComparer.Ordinal));
        }
        catch (ArgumentException fault)
        {
            Load(before, parts, options);
            throw new ArgumentException($"{path} does not fit this training: {fault.Message}", nameof(path), fault);
        }

        return state;
    }

    private static void Load(CheckpointFile checkpoint, TrainingParts parts, TrainerOptions options)
    {
        foreach ((string name, Module model) in parts.Models)
        {
            IReadOnlyDictionary<string, Tensor> streams = checkpoint.Part($"streams.{name}");
            SavedState saved = new($"the streams of '{name}'", streams);
            model.RestoreStreams(
                (ulong)saved.Count("seed"), checkpoint.Part($"streams.{name}.at").Keys.ToDictionary(stream => stream, stream => (ulong)saved.Count($"at.{stream}"), StringComparer.Ordinal));
            model.LoadStateDictionary(checkpoint.Part($"models.{name}"));
        }

        foreach ((string name, IStateful part) in Stateful(parts, options))
        {
            part.LoadStateDictionary(checkpoint.Part(name));
        }
    }

    // What nobody reads would be lost, and the training would go on as another.
    private static void DemandAllUsed(CheckpointFile checkpoint, TrainingParts parts, TrainerOptions options)
    {
        string[] known = [.. parts.Models.Keys.SelectMany(name => new[] { $"models.{name}.", $"streams.{name}.", $"best.{name}." }), .. Stateful(parts, options).Select(part => part.Name + ".")];
        if (checkpoint.Tensors.Keys.FirstOrDefault(name => !known.Any(part => name.StartsWith(part, StringComparison.Ordinal))) is { } unused)
        {
            throw new ArgumentException($"it holds '{unused}', for which this training has no part; give it the models, optimizers, schedules and average that it had");
        }
    }

    private static IReadOnlyDictionary<string, Tensor> Best(CheckpointFile checkpoint, string model, TrainerState state)
    {
        IReadOnlyDictionary<string, Tensor> best = checkpoint.Part($"best.{model}");
        return best.Count > 0 ? best
            : state.BestEpoch == state.Epoch - 1 && state.Batch == 0 ? checkpoint.Part($"models.{model}")
            : throw new ArgumentException($"it holds no weights of its best epoch, {state.BestEpoch}; it was written with RestoreBest = false, so go on with that");
    }

    // Schedules come last: they may change what the optimizers hold.
    private static IEnumerable<(string Name, IStateful Part)> Stateful(TrainingParts parts, TrainerOptions options) =>
    [
        .. parts.Optimizers.Select(entry => ($"optimizers.{entry.Key}", (IStateful)entry.Value)),
        .. options.Average is { } average ? [("average", (IStateful)average)] : Array.Empty<(string, IStateful)>(),
        .. parts.Others.Select(entry => ($"others.{entry.Key}", entry.Value)),
        .. options.Schedules.Select((schedule, place) => (FormattableString.Invariant($"schedules.{place}"), (IStateful)schedule.Schedule)),
    ];
}
