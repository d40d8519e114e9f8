using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into a credit from 0 to 1.</summary>
internal sealed class PointJudge(TermFinder finder, CueMatcher matcher, Prose prose, bool[] usable, TermWeights weights, AnswerPassages? passages)
{
    private const double LongAnswer = 300;

    private readonly FactSimilarity _similarity = new(finder);
    private readonly WordWindows _windows = new(finder.Text, usable, weights);

    /// <summary>What is seen of a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="index">Its place in the rubric, from 0.</param>
    public PointSignals Look(PreparedPoint point, int index)
    {
        CueMatch? best = null;
        int met = 0;
        double found = 0;
        foreach (CompiledCue cue in point.Cues)
        {
            CueMatch? match = matcher.Best(cue, mostSentences: 2, usable);
            found += match?.Share ?? 0;
            if (match is null || !IsSaid(match))
            {
                continue;
            }

            met += match.IsMet ? 1 : 0;
            best = best is null || match.Rank > best.Rank ? match : best;
        }

        FactShares shares = _similarity.Of(point.Profile);
        SimilarityMatch window = shares.Best(3, usable);
        PassageMatch? said = passages?.Best(index, usable);
        SentenceRun deciding = best is { IsMet: true } ? new SentenceRun(best.FirstSentence, best.LastSentence)
            : said is { } near ? new SentenceRun(near.FirstSentence, near.LastSentence) : new SentenceRun(window.FirstSentence, window.LastSentence);
        return new PointSignals(best, met, Meaning(best), shares.Best(1, usable), window)
        {
            Deciding = deciding,
            Conflict = _similarity.Conflict(point.Profile, deciding.First, deciding.Last),
            Denied = _similarity.Denied(point.Profile, deciding.First, deciding.Last),
            Swap = Swaps.Find(point.Profile, finder.Text, deciding),
            Passages = said,
            Naming = prose.Naming,
            CueShare = point.Cues.Length == 0 ? 0 : found / point.Cues.Length,
            Wide = _similarity.Of(point.Wide).Best(2, usable).Share,
            CueWords = _windows.MostIn(point.CueStems),
            Length = Math.Min(1, finder.Text.WordCount / LongAnswer),
        };
    }

    /// <summary>How much the found words say: the mean weight of the rarest word in each slot.</summary>
    private double Meaning(CueMatch? match) =>
        match is null ? 0 : match.Hits.Average(hit => Enumerable.Range(hit.First, hit.Last - hit.First + 1).Max(i => weights.Of(finder.Text.Tokens[i].Stem)));

    private bool IsSaid(CueMatch match) => match.Hits.Count(hit => prose.IsSaid(hit.First)) * 2 >= match.Hits.Count;
}
