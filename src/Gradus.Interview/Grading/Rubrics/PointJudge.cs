using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into a credit from 0 to 1.</summary>
internal sealed class PointJudge(TermFinder finder, Prose prose, bool[] usable)
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

        return new PointSignals(best, met, _similarity.Best(point.Profile, 1, usable), _similarity.Best(point.Profile, 3, usable));
    }

    /// <summary>The credit: from one half up the point is earned.</summary>
    public static double Credit(PointSignals signals)
    {
        if (signals.Cue is { IsMet: true } cue)
        {
            double sure = 0.7 + (0.05 * Math.Min(cue.Extras, 2)) + (0.05 * Math.Min(signals.MetCues - 1, 2)) + (0.2 * signals.Window.Share) - (0.05 * (cue.LastSentence - cue.FirstSentence));
            return Math.Clamp(sure, 0.5, 1);
        }

        double partial = signals.Cue?.Share ?? 0;
        return Math.Clamp((0.35 * partial) + (0.55 * signals.Window.Share), 0, 0.95);
    }

    private bool IsSaid(CueMatch match) => match.Hits.Count(hit => prose.IsSaid(hit.First)) * 2 >= match.Hits.Count;
}
