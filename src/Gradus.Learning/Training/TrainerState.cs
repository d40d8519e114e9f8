using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Learning.Data;

namespace Gradus.Learning.Training;

/// <summary>Where a training stands between two steps: all that a checkpoint holds beside the tensors.</summary>
internal sealed class TrainerState
{
    /// <summary>The running epoch, from 1.</summary>
    public int Epoch { get; set; } = 1;

    /// <summary>Batches of that epoch that are done.</summary>
    public int Batch { get; set; }

    /// <summary>Batches done over all epochs.</summary>
    public long Total { get; set; }

    /// <summary>The seed of the training loader.</summary>
    public ulong LoaderSeed { get; set; }

    /// <summary>Batches of an epoch.</summary>
    public int Batches { get; set; }

    /// <summary>Rows of a batch.</summary>
    public int BatchSize { get; set; }

    /// <summary>Rows of an epoch.</summary>
    public int Rows { get; set; }

    /// <summary>Batches that make one step of the weights; null in checkpoints of older versions.</summary>
    public int? Accumulation { get; set; }

    /// <summary>The seed of step functions; null in checkpoints of older versions.</summary>
    public ulong? Seed { get; set; }

    /// <summary>A digest of the numbers of the rows of the running epoch, in their order; null in checkpoints of older versions.</summary>
    public string? Order { get; set; }

    /// <summary>What has added up in the running epoch.</summary>
    public EpochSums Sums { get; set; } = new();

    /// <summary>The epochs that are done.</summary>
    public List<EpochRecord> Epochs { get; set; } = [];

    /// <summary>The steps that were left out.</summary>
    public List<SkippedStep> Skipped { get; set; } = [];

    /// <summary>The best epoch, from 1; 0 for none.</summary>
    public int BestEpoch { get; set; }

    /// <summary>Its figure; null for none.</summary>
    public double? BestFigure { get; set; }

    /// <summary>Takes note of the loader that batches come from, and of what else bits depend on.</summary>
    internal void Use(DataLoader loader, TrainerOptions options) =>
        (LoaderSeed, Batches, BatchSize, Rows, Accumulation, Seed) = (loader.Seed, loader.BatchCount, loader.BatchSize, loader.RowCount, options.Accumulation, options.Seed);

    /// <summary>Takes note of the rows of the running epoch.</summary>
    internal void UseOrder(DataLoader loader) => Order = Digest(loader);

    /// <summary>Refuses a loader of other row numbers than before or of another order, and another accumulation or seed.</summary>
    internal void Demand(DataLoader loader, TrainerOptions options)
    {
        if ((LoaderSeed, Batches, BatchSize, Rows) != (loader.Seed, loader.BatchCount, loader.BatchSize, loader.RowCount))
        {
            throw new ArgumentException(
                $"The training stood at batch {Batch} of epoch {Epoch} of {Rows} rows in {Batches} batches of {BatchSize}, seed {LoaderSeed}; the loader has {loader.RowCount} rows in {loader.BatchCount} batches of {loader.BatchSize}, seed {loader.Seed}. Give the same rows, batch size and seed.",
                nameof(loader));
        }

        if (Order is not null && Order != Digest(loader))
        {
            throw new ArgumentException($"The training stood at batch {Batch} of epoch {Epoch}, which takes other rows, or takes them in another order, from this loader. Give the same rows, sampler and seed.", nameof(loader));
        }

        if ((Accumulation ?? options.Accumulation, Seed ?? options.Seed) != (options.Accumulation, options.Seed))
        {
            throw new ArgumentException($"The training had Accumulation = {Accumulation} and Seed = {Seed}; it cannot go on with {options.Accumulation} and {options.Seed}.", nameof(options));
        }
    }

    /// <summary>The state as one line of JSON. Numbers come back as the same bits.</summary>
    internal string Write() => JsonSerializer.Serialize(this, TrainerStateJson.Default.TrainerState);

    /// <summary>Reads a state.</summary>
    /// <exception cref="JsonException">It is none, or says what cannot be.</exception>
    internal static TrainerState Read(string text)
    {
        TrainerState state = JsonSerializer.Deserialize(text, TrainerStateJson.Default.TrainerState) ?? throw new JsonException("the state of the trainer is null");
        return state.IsSound() ? state : throw new JsonException("the state of the trainer says what cannot be");
    }

    private string Digest(DataLoader loader) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<int>(Array.ConvertAll(loader.Order(Epoch - 1), loader.Dataset.Origin))));

    private bool IsSound() =>
        Epoch >= 1 && Batch >= 0 && Total >= Batch && Batches >= 1 && Batch <= Batches && BatchSize >= 1 && Rows >= 1
        && Sums is { Rows: >= 0, Norms: >= 0, Skipped: >= 0, Logged: not null } && Sums.Logged.Values.All(sum => sum.Count > 0)
        && Epochs is not null && Epochs.Count == Epoch - 1 && Epochs.Select((record, place) => record is not null && record.Epoch == place + 1 && record.Figures is not null).All(sound => sound)
        && Skipped is not null && Skipped.All(skipped => skipped is { Reason: not null })
        && BestEpoch >= 0 && BestEpoch < Epoch && (BestFigure is not null) == (BestEpoch > 0);
}

/// <summary>How the state is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TrainerState))]
internal sealed partial class TrainerStateJson : JsonSerializerContext;
