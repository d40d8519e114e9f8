namespace Gradus.Interview.Questions.Linting;

/// <summary>Names, facets and the parts that every question has.</summary>
internal static class StructureRules
{
    public static void Check(QuestionSource source, LintContext context)
    {
        Question question = source.Question!;
        string file = Path.GetFileNameWithoutExtension(source.Path);
        if (question.Id != file)
        {
            context.Error(source, "id", $"got '{question.Id}', needed '{file}', the file's name");
        }

        if (!question.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            context.Error(source, "id", $"got '{question.Id}', needed lower-case letters, digits and hyphens");
        }

        string folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(source.Path))) ?? "";
        if (question.Topic != folder)
        {
            context.Error(source, "topic", $"got '{question.Topic}', but the file stands in the folder '{folder}'");
        }

        CheckLists(source, question, context);
        CheckFacets(source, question, context);
    }

    private static void CheckLists(QuestionSource source, Question question, LintContext context)
    {
        if (question.Openings.Count is < 2 or > 3)
        {
            context.Warn(source, "openings", $"got {question.Openings.Count}, needed two or three other ways to ask");
        }

        if (question.Profiles.Distinct().Count() != question.Profiles.Count)
        {
            context.Error(source, "profiles", "a profile is listed twice");
        }

        if (question.FollowUps.Count == 0)
        {
            context.Warn(source, "follow-ups", "none; write at least one that aims at what is usually missed");
        }

        if (question.References.Count == 0)
        {
            context.Warn(source, "references", "none; name the paper or book that the answer rests on");
        }

        if (question.Card is null)
        {
            context.Warn(source, "card", "none; write the five lines what, why, how, when, pitfall");
        }

        if (question.Lab is { } lab && context.LabIds is { } labs && !labs.Contains(lab))
        {
            context.Error(source, "lab", $"there is no lab '{lab}'; leave the key out or use one of {string.Join(", ", labs.Order(StringComparer.Ordinal))}");
        }
    }

    private static void CheckFacets(QuestionSource source, Question question, LintContext context)
    {
        if (question.Kind != QuestionKind.Concept)
        {
            return;
        }

        foreach (Facet facet in Enum.GetValues<Facet>())
        {
            double weight = question.Points.Where(point => point.Facet == facet).Sum(point => point.Weight);
            double total = question.Points.Sum(point => point.Weight);
            if (weight == 0)
            {
                context.Error(source, "points", $"no point has the facet {facet.ToString().ToLowerInvariant()}; a question of kind concept needs all four");
            }
            else if (weight > 0.65 * total)
            {
                context.Warn(source, "points", $"{weight / total:P0} of the weight lies on the facet {facet.ToString().ToLowerInvariant()}; spread it");
            }
        }
    }
}
