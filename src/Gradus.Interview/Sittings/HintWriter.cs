using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>Writes hints: first which facet is missing, then words that lead to the point, the heaviest point first; a pure function of what it is given.</summary>
public static class HintWriter
{
    /// <summary>The share of a round's score that each hint costs.</summary>
    public const double Cost = 0.1;

    /// <summary>The most hints of a round.</summary>
    public const int Most = 5;

    private const int HintsAPoint = 2;
    private const int MostWords = 3;

    /// <summary>The next hint.</summary>
    /// <param name="question">The question as the round asks it.</param>
    /// <param name="draft">What the grader says of the answer so far; of an empty one where nothing is written.</param>
    /// <param name="taken">The hints that were taken in this round.</param>
    /// <returns>The hint, or null where <see cref="Most"/> were taken or nothing is missing that a hint could lead to.</returns>
    public static Hint? Next(Question question, Verdict draft, IReadOnlyList<Hint> taken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(taken);
        if (taken.Count >= Most)
        {
            return null;
        }

        if (draft.Structure is { Kind: not RoundKind.Explain } structure
            && structure.Parts.FirstOrDefault(part => part.Share < 1 && taken.All(hint => hint.Item != part.Id)) is { } missing)
        {
            return new Hint(missing.Id, structure.Kind == RoundKind.System ? $"Say more on {missing.Title.ToLowerInvariant()}." : $"{missing.Title}: {missing.Note}", Cost);
        }

        HashSet<string> earned = [.. draft.Points.Where(point => point.Earned).Select(point => point.Id)];
        RubricPoint? next = question.Points
            .Where(point => !earned.Contains(point.Id) && taken.Count(hint => hint.Item == point.Id) < HintsAPoint)
            .MaxBy(point => point.Weight);
        return next is null ? null : new Hint(next.Id, taken.Any(hint => hint.Item == next.Id) ? Lead(question, next) : Name(next.Facet), Cost);
    }

    /// <summary>What is left of a score after hints.</summary>
    /// <param name="score">The score, 0 to 1.</param>
    /// <param name="hints">The hints that were taken.</param>
    /// <returns>The score less the share that the hints cost.</returns>
    public static double After(double score, IReadOnlyList<Hint> hints)
    {
        ArgumentNullException.ThrowIfNull(hints);
        return score * Math.Max(0, 1 - hints.Sum(hint => hint.Cost));
    }

    private static string Name(Facet facet) => facet switch
    {
        Facet.Principle => "A principle is missing: what it is, precisely.",
        Facet.Reason => "A reason is missing: why it works, or which problem it solves.",
        Facet.Example => "An example is missing: a calculation, a piece of code or a concrete case.",
        _ => "A pitfall is missing: what goes wrong when it is misused.",
    };

    private static string Lead(Question question, RubricPoint point)
    {
        string? cue = point.Cues.Select(Words).Where(words => words.Length >= 2).Select(words => $"Think of {string.Join(", ", words[..^1].Select(word => $"“{word}”"))} and “{words[^1]}”.").FirstOrDefault();
        FollowUp? followUp = question.FollowUps.FirstOrDefault(candidate => candidate.When.Contains(point.Id));
        return cue ?? followUp?.Ask ?? $"It begins: {string.Join(' ', point.Fact.Split(' ').Take(5))} …";
    }

    /// <summary>The first word of each thing that a cue demands.</summary>
    private static string[] Words(string cue) => CueParser.Parse(cue, out _) is { } parsed
        ? [.. parsed.Slots
            .Where(slot => slot.Demand == SlotDemand.Present)
            .SelectMany(slot => slot.Parts)
            .Select(part => part.FirstOrDefault(term => term.Kind is CueTermKind.Word or CueTermKind.Phrase)?.Text)
            .OfType<string>()
            .Distinct()
            .Take(MostWords)]
        : [];
}
