using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into a credit from 0 to 1.</summary>
internal sealed class PointJudge(TermFinder finder, Prose prose, bool[] usable, TermWeights weights)
{
    private readonly CueMatcher _matcher = new(finder);
    private readonly FactSimilarity _similarity = new(finder);

    public PointSignals Look(PreparedPoint point)
    {
        CueMatch? best = null;
        int met = 0;
        foreach (CompiledCue cue in point.Cues)
        {
            CueMatch? match = _matcher.Best(cue, mostSentences: 2, usable);
            if (match is null || !IsSaid(match))
            {
                continue;
            }

            met += match.IsMet ? 1 : 0;
            best = best is null || match.Rank > best.Rank ? match : best;
        }

        SimilarityMatch window = _similarity.Best(point.Profile, 3, usable);
        return new PointSignals(best, met, Meaning(best), Span(best), _similarity.Best(point.Profile, 1, usable), window)
        {
            Conflict = best is { IsMet: true }
                ? _similarity.Conflict(point.Profile, best.FirstSentence, best.LastSentence)
                : _similarity.Conflict(point.Profile, window.FirstSentence, window.LastSentence),
            Naming = prose.Naming,
        };
    }

    /// <summary>How much the found words say: the mean weight of the rarest word in each slot.</summary>
    private double Meaning(CueMatch? match) =>
        match is null ? 0 : match.Hits.Average(hit => Enumerable.Range(hit.First, hit.Last - hit.First + 1).Max(i => weights.Of(finder.Text.Tokens[i].Stem)));

    /// <summary>How many words lie between the first and the last found word.</summary>
    private int Span(CueMatch? match)
    {
        if (match is null)
        {
            return 0;
        }

        int first = match.Hits.Min(hit => hit.First);
        int last = match.Hits.Max(hit => hit.Last);
        return Enumerable.Range(first, last - first + 1).Count(i => finder.Text.Tokens[i].IsContent && !finder.Text.Skipped[i]);
    }

    private bool IsSaid(CueMatch match) => match.Hits.Count(hit => prose.IsSaid(hit.First)) * 2 >= match.Hits.Count;
}
