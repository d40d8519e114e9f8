using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Rubrics;

namespace Gradus.Interview.Grading.Checks;

/// <summary>The five points that lift an answer where the role is clinical, recognised by the cues of the question <c>clinical-bonus-points</c>.</summary>
internal static class ClinicalBonus
{
    /// <summary>The question whose first points they are.</summary>
    public const string QuestionId = "clinical-bonus-points";

    private static readonly (string Id, string Title, string Missing)[] Points =
    [
        ("imbalance", "Class imbalance, with loss and metric", "Name the rare class, and the loss and the metric that follow from it."),
        ("external-validation", "External validation", "Ask for a validation at another site."),
        ("calibration", "Calibration", "Say whether the predicted probabilities can be acted on."),
        ("compliance", "Compliance and audit", "Mention HIPAA or GDPR, protected health information and the audit log."),
        ("bias", "Bias and subgroups", "Compare results by subgroup, and name a criterion of fairness."),
    ];

    /// <summary>The five checks.</summary>
    public static IEnumerable<AnswerCheck> Of(PreparedRubric bonus, TermFinder finder, Prose prose, bool[] usable)
    {
        CueMatcher matcher = new(finder);
        foreach ((int i, (string id, string title, string missing)) in Points.Index())
        {
            CueMatch? match = i >= bonus.Points.Length ? null : bonus.Points[i].Cues
                .Select(cue => matcher.Best(cue, mostSentences: 2, usable))
                .Where(found => found is { IsMet: true } && found.Hits.Count(hit => prose.IsSaid(hit.First)) * 2 >= found.Hits.Count)
                .MaxBy(found => found!.Rank);
            yield return new AnswerCheck(
                CheckKind.ClinicalBonus, id, title, match is not null, match is null ? missing : $"{title}: said.", match is null ? null : VerdictWriter.Quote(finder.Text, match.FirstSentence, match.LastSentence));
        }
    }
}
