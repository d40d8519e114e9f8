using Gradus.Interview.Grading.Checks;
using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Structures;

/// <summary>
/// Judges what was explained to a listener who is no expert: intuition, benefit, limitation, when to use it, a quarter each, held against how much of it is true of the question; terms that
/// were not explained cost.
/// </summary>
internal static class TeachJudge
{
    /// <summary>What an answer must score by the rubric for its parts to count in full: a layperson needs the core, not every fact.</summary>
    public const double EnoughContent = 0.4;

    /// <summary>What each unexplained term costs.</summary>
    public const double JargonCost = 0.05;

    /// <summary>The most that unexplained terms cost together.</summary>
    public const double MostJargonCost = 0.2;

    private static readonly (string Id, string Title, string Words, Facet? Facet, string Missing)[] Parts =
    [
        ("intuition", "The intuition, from the listener's world", "teach-intuition", null, "Begin with a picture from the listener's own work; no formula, no unexplained term."),
        ("benefit", "What it brings", "teach-benefit", Facet.Reason, "Say what the listener gains by it."),
        ("limitation", "Where it ends", "teach-limit", Facet.Pitfall, "Name where it cannot be relied on; praise alone is not believed."),
        ("use", "When to use it", "teach-use", null, "End with the situation in which you would use it."),
    ];

    /// <summary>The verdict by this structure.</summary>
    public static Verdict Of(Question question, Verdict verdict, HeardText heard)
    {
        StructurePart[] parts = [.. Parts.Select(part => StructuredVerdict.Part(part.Id, part.Title, part.Missing, Find(part.Words, part.Facet, verdict, heard)))];
        Evidence[] jargon = [.. Jargon(question, heard)];
        double content = Math.Min(1, verdict.Score / EnoughContent);
        double score = (parts.Average(part => part.Share) * content) - Math.Min(MostJargonCost, JargonCost * jargon.Length);
        return verdict.By(RoundKind.Teach, score, parts, [Order(parts), .. verdict.ChecksBesidesOrder], jargon);
    }

    private static Evidence? Find(string words, Facet? facet, Verdict verdict, HeardText heard) =>
        heard.Sentence(words, onTopic: false) is { } sentence
            ? heard.Quote(sentence)
            : verdict.Points.FirstOrDefault(point => point.Earned && point.Facet == facet)?.Evidence;

    private static IEnumerable<Evidence> Jargon(Question question, HeardText heard)
    {
        // What the listener asked about is no foreign word to them.
        HashSet<string> asked = HeardText.Stems([question.Title, question.Id.Replace('-', ' ')]);
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (Occurrence hit in heard.All("jargon").Where(hit => hit.Last - hit.First <= 3))
        {
            string[] stems = [.. heard.Text.Tokens[hit.First..(hit.Last + 1)].Where(token => token.IsWord).Select(token => token.Stem)];
            bool known = stems.All(asked.Contains) || heard.IsSaidNear("explains", heard.Text.SentenceOf[hit.First]);
            if (told.Add(string.Join(' ', stems)) && !known)
            {
                yield return heard.Quote(hit);
            }
        }
    }

    private static AnswerCheck Order(StructurePart[] parts)
    {
        StructurePart[] said = [.. parts.Where(part => part.Evidence is not null)];
        string[] order = [.. said.OrderBy(part => part.Evidence!.Start).Select(part => part.Id)];
        bool right = said.Length >= 2 && order.SequenceEqual(said.Select(part => part.Id));
        string note = said.Length < 2 ? "Fewer than two parts were heard." : $"Your order was {string.Join(", ", order)}.";
        return new AnswerCheck(CheckKind.Order, "teach", "Intuition, benefit, limitation, use, in this order", right, note, null);
    }
}
