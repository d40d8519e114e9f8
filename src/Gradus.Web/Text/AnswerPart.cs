namespace Gradus.Web.Text;

/// <summary>A stretch of an answer that the same verdicts rest on.</summary>
/// <param name="Text">The words.</param>
/// <param name="Points">The ids of the points that they earned.</param>
/// <param name="Misconceptions">The ids of the misconceptions that they assert.</param>
/// <param name="Begins">Those of both whose evidence begins here.</param>
/// <param name="Ends">Those of both whose evidence ends here.</param>
internal sealed record AnswerPart(string Text, IReadOnlyList<string> Points, IReadOnlyList<string> Misconceptions, IReadOnlyList<string> Begins, IReadOnlyList<string> Ends)
{
    /// <summary>Whether a verdict rests on the words; what is empty space holds none.</summary>
    public bool IsMarked => Points.Count + Misconceptions.Count > 0 && !string.IsNullOrWhiteSpace(Text);

    /// <summary>Cuts an answer where evidence begins and ends; together the parts are the answer, whatever the places are.</summary>
    public static IReadOnlyList<AnswerPart> Split(string answer, Interview.Grading.Verdict verdict)
    {
        (string Id, bool Wrong, int Start, int End)[] spans =
        [
            .. verdict.Points.Where(point => point.Earned && point.Evidence is not null).Select(point => (point.Id, false, Start: Clamp(point.Evidence!.Start, answer), End: Clamp(point.Evidence.Start + point.Evidence.Length, answer))),
            .. verdict.Misconceptions.Select(wrong => (wrong.Id, true, Start: Clamp(wrong.Evidence.Start, answer), End: Clamp(wrong.Evidence.Start + wrong.Evidence.Length, answer))),
        ];
        int[] cuts = [.. spans.SelectMany(span => new[] { span.Start, span.End }).Append(0).Append(answer.Length).Distinct().Order()];
        List<AnswerPart> parts = [];
        for (int index = 0; index + 1 < cuts.Length; index++)
        {
            (int start, int end) = (cuts[index], cuts[index + 1]);
            var covering = spans.Where(span => span.Start <= start && span.End >= end).ToArray();
            parts.Add(new AnswerPart(
                answer[start..end],
                [.. covering.Where(span => !span.Wrong).Select(span => span.Id)],
                [.. covering.Where(span => span.Wrong).Select(span => span.Id)],
                [.. covering.Where(span => span.Start == start).Select(span => span.Id)],
                [.. covering.Where(span => span.End == end).Select(span => span.Id)]));
        }

        return parts;
    }

    private static int Clamp(int place, string answer) => Math.Clamp(place, 0, answer.Length);
}
