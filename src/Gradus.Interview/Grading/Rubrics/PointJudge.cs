using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into a credit from 0 to 1.</summary>
internal sealed class PointJudge(TermFinder finder, Prose prose, bool[] usable, TermWeights weights)
{
    private const double LongAnswer = 300;

    /// <summary>Below this weight, some three words, a sentence says too little for its share of known words to mean anything.</summary>
    private const double FewWords = 10;

    private readonly CueMatcher _matcher = new(finder);
    private readonly FactSimilarity _similarity = new(finder);

    public PointSignals Look(PreparedPoint point)
    {
        CueMatch? best = null;
        int met = 0;
        double shares = 0;
        foreach (CompiledCue cue in point.Cues)
        {
            CueMatch? match = _matcher.Best(cue, mostSentences: 2, usable);
            shares += match?.Share ?? 0;
            if (match is null || !IsSaid(match))
            {
                continue;
            }

            met += match.IsMet ? 1 : 0;
            best = best is null || match.Rank > best.Rank ? match : best;
        }

        SimilarityMatch window = _similarity.Best(point.Profile, 3, usable);
        return new PointSignals(best, met, Meaning(best), _similarity.Best(point.Profile, 1, usable), window)
        {
            Conflict = best is { IsMet: true }
                ? _similarity.Conflict(point.Profile, best.FirstSentence, best.LastSentence)
                : _similarity.Conflict(point.Profile, window.FirstSentence, window.LastSentence),
            Naming = prose.Naming,
            CueShare = point.Cues.Length == 0 ? 0 : shares / point.Cues.Length,
            Wide = _similarity.Best(point.Wide, 2, usable).Share,
            CueWords = CueWords(point.CueStems),
            Length = Math.Min(1, finder.Text.WordCount / LongAnswer),
        };
    }

    /// <summary>How much the found words say: the mean weight of the rarest word in each slot.</summary>
    private double Meaning(CueMatch? match) =>
        match is null ? 0 : match.Hits.Average(hit => Enumerable.Range(hit.First, hit.Last - hit.First + 1).Max(i => weights.Of(finder.Text.Tokens[i].Stem)));

    private double CueWords(IReadOnlySet<string> known)
    {
        AnalysedText text = finder.Text;
        double best = 0;
        for (int first = 0; first < text.SentenceCount; first++)
        {
            for (int last = first; last < Math.Min(first + 2, text.SentenceCount) && usable[first] && usable[last]; last++)
            {
                best = Math.Max(best, CueWords(known, first, last));
            }
        }

        return best;
    }

    private double CueWords(IReadOnlySet<string> known, int firstSentence, int lastSentence)
    {
        double all = 0, found = 0;
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = finder.Text.Range(firstSentence).First; i < finder.Text.Range(lastSentence).End; i++)
        {
            Token token = finder.Text.Tokens[i];
            if (token.IsWord && !WordLists.Function.Contains(token.Form) && seen.Add(token.Stem))
            {
                double weight = weights.Of(token.Stem);
                all += weight;
                found += known.Contains(token.Stem) ? weight : 0;
            }
        }

        return all > FewWords ? found / all : 0;
    }

    private bool IsSaid(CueMatch match) => match.Hits.Count(hit => prose.IsSaid(hit.First)) * 2 >= match.Hits.Count;
}
