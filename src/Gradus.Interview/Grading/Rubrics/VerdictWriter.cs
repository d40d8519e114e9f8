using System.Globalization;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Turns what was found into a verdict that says why.</summary>
internal static class VerdictWriter
{
    private const double WordsAMinute = 140;

    /// <summary>Readers take less from an answer than this for what is wrong in it, since it mostly also states less; the rest keeps a wrong sentence from going unnoticed.</summary>
    private const double FirstMisconception = 0.2;
    private const double FurtherMisconception = 0.1;

    /// <summary>Readers do not count facts: who states half of them is called good. The exponent is what they give.</summary>
    private const double ScoreExponent = 0.8;

    /// <summary>Below this credit a point adds nothing, from the second on all of its weight; between them a part.</summary>
    private const double NothingUpTo = 0.2;
    private const double AllFrom = 0.8;

    /// <summary>The verdict of an answer that was not read.</summary>
    public static Verdict Refused(Question question, string answer, string refusal) => new()
    {
        Question = question.Id,
        Score = 0,
        Facets = question.Points.Select(point => point.Facet).Distinct().Order().ToDictionary(facet => facet, _ => 0.0),
        Points = [.. question.Points.Select(point => new PointVerdict(point.Id, point.Facet, point.Fact, Earned: false, 0, null, $"Missing: {point.Fact}"))],
        Misconceptions = [],
        Concision = new Concision(0, 0, string.IsNullOrWhiteSpace(answer) ? "Nothing was said." : "Not measured."),
        Refusal = refusal,
    };

    /// <summary>The verdict of an answer that was read.</summary>
    public static Verdict Write(Question question, PreparedRubric rubric, Examination found, AnalysedText text)
    {
        PointVerdict[] points = NearMisses.Add([.. rubric.Points.Select((point, i) => Point(point, found.Points[i], text))], found, text);
        MisconceptionVerdict[] misconceptions = [.. rubric.Misconceptions
            .Select((item, i) => (item.Misconception, Where: found.Misconceptions[i]))
            .Where(item => item.Where is not null)
            .Select(item => new MisconceptionVerdict(item.Misconception.Id, Quote(text, item.Where!.Value.First, item.Where.Value.Last), item.Misconception.Right))];
        return new Verdict
        {
            Question = question.Id,
            Score = Math.Round(Score(question, points, misconceptions.Length), 4),
            Facets = Facets(question, points),
            Points = points,
            Misconceptions = misconceptions,
            Concision = Length(text),
        };
    }

    /// <summary>The score, 0 to 1, of what was earned and of the misconceptions that were asserted.</summary>
    public static double Score(Question question, IReadOnlyList<PointVerdict> points, int misconceptions)
    {
        double total = question.Points.Sum(point => point.Weight);
        double earned = question.Points.Zip(points).Sum(pair => pair.First.Weight * Math.Clamp((pair.Second.Credit - NothingUpTo) / (AllFrom - NothingUpTo), 0, 1));
        double penalty = misconceptions == 0 ? 0 : FirstMisconception + (FurtherMisconception * (misconceptions - 1));
        return total == 0 ? 0 : Math.Clamp(Math.Pow(earned / total, ScoreExponent) - penalty, 0, 1);
    }

    private static PointVerdict Point(PreparedPoint prepared, PointSignals signals, AnalysedText text)
    {
        RubricPoint point = prepared.Point;
        double credit = Math.Round(CreditModel.Credit(signals, prepared.Cues.Length > 0), 4);
        bool earned = credit >= 0.5;
        if (!earned)
        {
            PointVerdict missed = new(point.Id, point.Facet, point.Fact, Earned: false, credit, null, $"{(credit >= 0.35 ? "Touched, but not said clearly enough to count" : "Missing")}: {point.Fact}");
            return signals.Swap is { } swap && CreditModel.BeforeSwap(signals, prepared.Cues.Length > 0) >= 0.5
                ? missed with { Note = $"Nearly said, but “{swap.Said}” is the wrong word there: {point.Fact}", Near = Quote(text, signals.Deciding.First, signals.Deciding.Last), WrongWord = swap.Said }
                : missed;
        }

        string note = signals.Cue is { IsMet: true } ? $"Stated: {point.Fact}" : $"Recognised by its meaning, in other words: {point.Fact}";
        return new PointVerdict(point.Id, point.Facet, point.Fact, Earned: true, credit, Quote(text, signals.Deciding.First, signals.Deciding.Last), note);
    }

    /// <summary>The words of a run of sentences.</summary>
    public static Evidence Quote(AnalysedText text, int firstSentence, int lastSentence)
    {
        int first = text.Range(firstSentence).First;
        int end = text.Range(lastSentence).End;
        while (first < end - 1 && text.Tokens[first].Kind == TokenKind.Stop)
        {
            first++;
        }

        while (end - 1 > first && text.Tokens[end - 1].Form is "\n" or ",")
        {
            end--;
        }

        int start = text.Tokens[first].Start;
        int length = text.Tokens[end - 1].End - start;
        return new Evidence(text.Source.Substring(start, length), start, length);
    }

    /// <summary>The share of each facet's weight that was earned.</summary>
    public static Dictionary<Facet, double> Facets(Question question, PointVerdict[] points)
    {
        Dictionary<Facet, double> facets = [];
        foreach (IGrouping<Facet, (RubricPoint Point, PointVerdict Verdict)> group in question.Points.Zip(points).GroupBy(pair => pair.First.Facet).OrderBy(group => group.Key))
        {
            double total = group.Sum(pair => pair.Point.Weight);
            facets[group.Key] = Math.Round(group.Sum(pair => pair.Verdict.Earned ? pair.Point.Weight : 0) / total, 4);
        }

        return facets;
    }

    private static Concision Length(AnalysedText text)
    {
        double seconds = Math.Round(text.WordCount / WordsAMinute * 60, 1);
        string spoken = string.Create(CultureInfo.InvariantCulture, $"{text.WordCount} words, about {TimeSpan.FromSeconds(Math.Round(seconds)):m\\:ss} spoken");
        string advice = seconds switch
        {
            < 60 => $"Too short ({spoken}): two to three minutes leave room for a reason, an example and a pitfall.",
            < 110 => $"Short ({spoken}): there is room for an example or a pitfall.",
            <= 190 => $"About right ({spoken}).",
            _ => $"Too long ({spoken}): an interviewer interrupts after three minutes; lead with the principle.",
        };
        return new Concision(text.WordCount, seconds, advice);
    }
}
