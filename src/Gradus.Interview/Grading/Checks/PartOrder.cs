using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Checks;

/// <summary>Whether the parts of an answer come in the order of PREP: principle, reason, example, pitfall.</summary>
internal static class PartOrder
{
    /// <summary>The check; a part's place is that of the first words which earned a point of it.</summary>
    public static AnswerCheck Of(IReadOnlyList<PointVerdict> points)
    {
        Facet[] said = [.. points
            .Where(point => point is { Earned: true, Evidence: not null })
            .GroupBy(point => point.Facet)
            .OrderBy(group => group.Min(point => point.Evidence!.Start))
            .ThenBy(group => group.Key)
            .Select(group => group.Key)];
        if (said.Length < 2)
        {
            return Check(present: false, "Fewer than two parts were heard; give the principle, its reason, an example and a pitfall, in this order.");
        }

        string order = string.Join(", ", said.Select(Name));
        for (int i = 1; i < said.Length; i++)
        {
            if (said[i] < said[i - 1])
            {
                return Check(present: false, $"Your order was {order}; say the {Name(said[i])} before the {Name(said[i - 1])}.");
            }
        }

        return Check(present: true, $"Your order was {order}.");
    }

    private static AnswerCheck Check(bool present, string note) => new(CheckKind.Order, "prep", "Principle, reason, example, pitfall, in this order", present, note, null);

    private static string Name(Facet facet) => facet.ToString().ToLowerInvariant();
}
