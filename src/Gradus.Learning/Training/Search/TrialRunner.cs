using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>Suggests and tries points; what a record holds already is not tried again.</summary>
internal sealed class TrialRunner : IDisposable
{
    private readonly SearchSpace _space;
    private readonly SearchSampler _sampler;
    private readonly Func<TrialRun, double> _objective;
    private readonly SearchOptions _options;
    private readonly TrialRecord? _record;
    private readonly CancellationToken _cancellationToken;

    internal TrialRunner(SearchSpace space, SearchSampler sampler, Func<TrialRun, double> objective, SearchOptions options, JsonObject schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentNullException.ThrowIfNull(objective);
        (_space, _sampler, _objective, _options, _cancellationToken) = (space, sampler, objective, options, cancellationToken);
        JsonObject head = new() { ["kind"] = "search", ["form"] = 1, ["seed"] = options.Seed, ["sampler"] = sampler.Describe(), ["schedule"] = schedule, ["space"] = space.Describe() };
        _record = options.Record is { } path ? TrialRecord.Open(path, head.ToJsonString()) : null;
    }

    public void Dispose() => _record?.Dispose();

    internal SearchPoint? Suggest(IReadOnlyList<Trial> trials, int number) => _sampler.Suggest(_space, trials, number, Stream("sampler", number));

    internal Trial Try(int number, SearchPoint point, int budget, int spent)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_record?.Find(number, point, budget) is { } recorded)
        {
            return recorded;
        }

        long began = _options.Clock.GetTimestamp();
        double score = _objective(new TrialRun(number, point, budget, spent, Stream("trial", number), _cancellationToken));
        Trial trial = new(number, point, budget, double.IsFinite(score) ? score : null, _options.Clock.GetElapsedTime(began).TotalSeconds);
        _record?.Append(trial);
        _options.Progress?.Report(trial);
        return trial;
    }

    private Rng Stream(string purpose, int number) => new Rng(_options.Seed).Split(purpose).Split(number);
}
