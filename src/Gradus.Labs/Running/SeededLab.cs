using Gradus.Labs.Data;
using Gradus.Labs.Statistics;

namespace Gradus.Labs.Running;

/// <summary>A lab that repeats one experiment for each seed and judges what all of them measured.</summary>
internal abstract class SeededLab : Lab
{
    /// <inheritdoc/>
    public sealed override string Code => LabCode.Of(GetType());

    /// <summary>How often the experiment of one seed calls <see cref="LabNotebook.Step"/>.</summary>
    /// <param name="table">Whether it runs on the user's table.</param>
    /// <returns>The number of steps.</returns>
    protected abstract int StepsPerSeed(bool table);

    /// <inheritdoc/>
    public sealed override LabResult Run(LabRequest request, IProgress<LabProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Seeds is < 1 or > LabRequest.MostSeeds)
        {
            throw new ArgumentOutOfRangeException(
                nameof(request), request.Seeds, $"The lab {Id} was asked for {request.Seeds} seeds; ask for 1 to {LabRequest.MostSeeds}, at least 2 for an interval.");
        }

        if (request.Table is not null && !TakesTable)
        {
            throw new ArgumentException($"The lab {Id} runs on generated data alone; give a table to {string.Join(" or ", LabCatalog.All.Where(lab => lab.TakesTable).Select(lab => lab.Id))}.", nameof(request));
        }

        cancellationToken.ThrowIfCancellationRequested();
        LabelledRows? table = request.Table is null ? null : TableReader.Read(request.Table);
        ulong[] seeds = [.. Enumerable.Range(0, request.Seeds).Select(index => unchecked(request.Seed + (ulong)index))];
        using LabNotebook notebook = new(StepsPerSeed(table is not null), seeds.Length, progress, cancellationToken);
        foreach (ulong seed in seeds)
        {
            RunSeed(seed, table, notebook);
        }

        LabFindings findings = Conclude(notebook);
        return new LabResult
        {
            Id = Id,
            Hypothesis = Hypothesis,
            Verdict = Criterion.All(findings.Criteria),
            Effect = findings.Criteria[0].Mean,
            Interval = findings.Criteria[0].Interval,
            Seeds = seeds,
            Measures = notebook.Means,
            Digest = notebook.Digest(),
            Conclusion = findings.Conclusion,
            Figures = findings.Figures,
        };
    }

    /// <summary>Runs the experiment with one seed.</summary>
    /// <param name="seed">The seed of everything random.</param>
    /// <param name="table">The user's table, or null for generated data.</param>
    /// <param name="notebook">Where measures and points are written.</param>
    protected abstract void RunSeed(ulong seed, LabelledRows? table, LabNotebook notebook);

    /// <summary>Judges what was measured.</summary>
    /// <param name="notebook">The notebook after all seeds.</param>
    /// <returns>Conditions, conclusion and pictures.</returns>
    protected abstract LabFindings Conclude(LabNotebook notebook);
}
