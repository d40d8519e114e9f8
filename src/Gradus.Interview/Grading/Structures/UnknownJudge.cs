using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Structures;

/// <summary>
/// Judges an answer to a question beyond the candidate by the four moves: what is known, first principles, a related example, the gap and why it matters, a quarter each. A bluff, which is a
/// misconception asserted, costs; who turns out to know the answer keeps the score of the rubric.
/// </summary>
internal static class UnknownJudge
{
    /// <summary>What each misconception costs.</summary>
    public const double BluffCost = 0.2;

    /// <summary>With fewer sentences about the question the moves count in proportion: four phrases are no reasoning.</summary>
    public const int FewestTopicSentences = 3;

    private const double GapWithoutTie = 0.5;

    /// <summary>The verdict by this structure.</summary>
    public static Verdict Of(Verdict verdict, HeardText heard)
    {
        StructurePart[] parts =
        [
            Part("known", "What you do know", "Begin with the firm ground: one true thing that you would bet on.", Known(verdict, heard)),
            Part("principles", "First principles", "Derive what you can: what must follow, and why.", heard.Sentence("principles", onTopic: true)),
            Part("example", "A related example", "Bring the nearest thing that you know, and say in which respect this differs.", heard.Sentence("related", onTopic: true)),
            Gap(heard),
        ];
        double reasoned = Math.Min(1, (double)heard.TopicSentences / FewestTopicSentences);
        double moves = (parts.Average(part => part.Share) * reasoned) - (BluffCost * verdict.Misconceptions.Count);
        return verdict.By(RoundKind.Unknown, Math.Max(moves, verdict.Score), parts, verdict.ChecksBesidesOrder);

        StructurePart Part(string id, string title, string missing, int? sentence) => StructuredVerdict.Part(id, title, missing, sentence is { } said ? heard.Quote(said) : null);
    }

    private static int? Known(Verdict verdict, HeardText heard)
    {
        foreach (Occurrence hit in heard.All("known"))
        {
            int sentence = heard.Text.SentenceOf[hit.First];
            if (!hit.Denied && heard.IsOnTopicNear(sentence))
            {
                return sentence;
            }
        }

        // A fact that is right is known, whatever words lead up to it.
        Evidence? earned = verdict.Points.Where(point => point.Earned).Select(point => point.Evidence).OfType<Evidence>().MinBy(evidence => evidence.Start);
        return earned is null ? null : heard.SentenceAt(earned.Start);
    }

    private static StructurePart Gap(HeardText heard)
    {
        const string title = "The gap, and why it matters";
        int[] gaps = [.. heard.All("gap").Select(hit => heard.Text.SentenceOf[hit.First]).Distinct()];
        if (gaps.Length == 0)
        {
            return new StructurePart("gap", title, 0, "Name exactly what you do not know, and tie it to what matters.", null);
        }

        int at = Array.FindIndex(gaps, gap => heard.IsSaidNear("tie", gap));
        bool tied = at >= 0;
        return new StructurePart("gap", title, tied ? 1 : GapWithoutTie, tied ? StructuredVerdict.Said(title) : "You named the gap; say why it matters, or how you would close it.", heard.Quote(gaps[Math.Max(0, at)]));
    }
}
