using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Learning.Training.Runs;

namespace Gradus.Learning.Training.Search;

/// <summary>The trials of a search in a file of JSON lines: the search itself first, then each trial when it has ended.</summary>
internal sealed class TrialRecord : IDisposable
{
    private readonly string _path;
    private readonly JsonLinesWriter _writer;
    private readonly Dictionary<(int Number, int Budget), (string Point, double? Score, double Seconds)> _trials = [];

    private TrialRecord(string path, JsonLinesWriter writer) => (_path, _writer) = (path, writer);

    public void Dispose() => _writer.Dispose();

    /// <summary>Opens a record, or begins one.</summary>
    /// <exception cref="ArgumentException">It is that of another search.</exception>
    internal static TrialRecord Open(string path, string head)
    {
        JsonLines lines = JsonLines.Read(path);
        if (lines.Lines.Count > 0 && lines.Lines[0].Text != head)
        {
            throw new ArgumentException($"{path} records another search: {lines.Lines[0].Text}. This one is {head}. Name another file, or go on with the same space, sampler and seed.", nameof(path));
        }

        TrialRecord record = new(path, JsonLinesWriter.Append(path, lines.Length));
        try
        {
            foreach (JsonLine line in lines.Lines.Skip(1))
            {
                record._trials[(line.Whole("number"), line.Whole("budget"))] = (line.Take("point", JsonValueKind.Object).GetRawText(), line.NumberOrNull("score"), line.Number("seconds"));
            }

            if (lines.Lines.Count == 0)
            {
                record._writer.Write(head);
            }

            return record;
        }
        catch
        {
            record.Dispose();
            throw;
        }
    }

    /// <summary>A recorded trial, or null.</summary>
    /// <exception cref="ArgumentException">Another point is recorded under its number.</exception>
    internal Trial? Find(int number, SearchPoint point, int budget)
    {
        if (!_trials.TryGetValue((number, budget), out (string Point, double? Score, double Seconds) trial))
        {
            return null;
        }

        return trial.Point == point.ToString()
            ? new Trial(number, point, budget, trial.Score, trial.Seconds)
            : throw new ArgumentException($"{_path} records {trial.Point} as point {number}; this search tries {point} there. Was it recorded by another version? Begin a new record.");
    }

    internal void Append(Trial trial) => _writer.Write(new JsonObject
    {
        ["kind"] = "trial",
        ["number"] = trial.Number,
        ["budget"] = trial.Budget,
        ["point"] = trial.Point.Write(),
        ["score"] = trial.Score,
        ["seconds"] = trial.Seconds,
    }.ToJsonString());
}
