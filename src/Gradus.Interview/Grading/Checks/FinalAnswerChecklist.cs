using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Rubrics;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Checks;

/// <summary>The six checks before an answer is closed: defined, explained, shown, warned, connected, concise.</summary>
/// <remarks>The first four are met by a point of their part, the middle ones also by the lexicon's words for them (<c>check-example</c>, <c>check-pitfall</c>, <c>check-consequence</c>).</remarks>
internal static class FinalAnswerChecklist
{
    private const double LeastSeconds = 60;
    private const double MostSeconds = 190;

    /// <summary>The six checks, in the curriculum's order.</summary>
    public static IEnumerable<AnswerCheck> Of(IReadOnlyList<PointVerdict> points, Concision length, TermFinder finder, Prose prose)
    {
        yield return Of("defined", "The core concept was defined", Earned(points, Facet.Principle), "Begin with one sentence that says precisely what it is.");
        yield return Of("explained", "The reason was given", Earned(points, Facet.Reason), "Add the mechanism: why it works, not only what it is.");
        yield return Of("shown", "There was an example or code", Earned(points, Facet.Example) ?? Said("check-example", finder, prose) ?? Formula(finder), "Add a number, a case or a line of code.");
        yield return Of("warned", "A pitfall or an edge case was named", Earned(points, Facet.Pitfall) ?? Said("check-pitfall", finder, prose), "Say where it goes wrong, and how one notices.");
        yield return Of("connected", "It was connected to what it means in practice", Said("check-consequence", finder, prose), "Where it applies, say what it changes for a patient, a user or the business.");
        bool concise = length.SpokenSeconds is >= LeastSeconds and <= MostSeconds;
        yield return new AnswerCheck(CheckKind.FinalAnswer, "concise", "Two to three spoken minutes long", concise, length.Advice, null);
    }

    private static AnswerCheck Of(string id, string title, Evidence? evidence, string missing) =>
        new(CheckKind.FinalAnswer, id, title, evidence is not null, evidence is null ? missing : $"{title}.", evidence);

    private static Evidence? Earned(IReadOnlyList<PointVerdict> points, Facet facet) => points.FirstOrDefault(point => point.Facet == facet && point.Earned)?.Evidence;

    private static Evidence? Said(string concept, TermFinder finder, Prose prose)
    {
        foreach (Occurrence hit in finder.Concept(concept).Where(hit => prose.IsSaid(hit.First) && !hit.Denied).OrderBy(hit => hit.First))
        {
            int sentence = finder.Text.SentenceOf[hit.First];
            return VerdictWriter.Quote(finder.Text, sentence, sentence);
        }

        return null;
    }

    /// <summary>The first sentence that computes something.</summary>
    private static Evidence? Formula(TermFinder finder)
    {
        AnalysedText text = finder.Text;
        for (int i = 1; i + 1 < text.Tokens.Length; i++)
        {
            if (text.Tokens[i] is { Kind: TokenKind.Symbol, Form: "=" })
            {
                return VerdictWriter.Quote(text, text.SentenceOf[i], text.SentenceOf[i]);
            }
        }

        return null;
    }
}
