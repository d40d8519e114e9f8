using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Questions.Reading;

namespace Gradus.Interview.Questions.Linting;

/// <summary>Cues can be read, name concepts that exist, and do not repeat each other.</summary>
internal static class CueRules
{
    public static void Check(QuestionSource source, LintContext context)
    {
        foreach ((string field, string text) in Cues(source.Question!))
        {
            Cue? cue = CueParser.Parse(text, out IReadOnlyList<CueError> errors);
            foreach (CueError error in errors)
            {
                context.Error(source, field, $"column {error.Column} of the cue: {error.Message}");
            }

            if (cue is not null)
            {
                CheckConcepts(source, field, cue, context);
                CheckStrength(source, field, cue, context);
            }
        }
    }

    public static void CheckDuplicates(LintContext context)
    {
        Dictionary<string, (QuestionSource Source, string Field)> seen = [];
        foreach ((QuestionSource source, Question question) in context.Questions)
        {
            foreach ((string field, string text) in Cues(question))
            {
                string key = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
                if (!seen.TryAdd(key, (source, field)))
                {
                    (QuestionSource other, string otherField) = seen[key];
                    string message = $"is the same cue as {otherField} of {other.Path}:{other.LineOf(otherField)}; one sentence would earn both";
                    if (ReferenceEquals(other, source))
                    {
                        context.Error(source, field, message);
                    }
                    else
                    {
                        context.Warn(source, field, message);
                    }
                }
            }
        }
    }

    private static void CheckConcepts(QuestionSource source, string field, Cue cue, LintContext context)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> concepts = context.Bank.Lexicon.Concepts;
        foreach (CueTerm term in cue.Slots.SelectMany(slot => slot.Parts).SelectMany(part => part).Where(term => term.Kind == CueTermKind.Concept && !concepts.ContainsKey(term.Text)))
        {
            string[] nearest = [.. concepts.Keys.OrderBy(name => EditDistance.Apart(name, term.Text)).ThenBy(name => name, StringComparer.Ordinal).Take(2)];
            context.Error(source, field, $"column {term.Column} of the cue: the lexicon has no concept '{term.Text}'{LintContext.DidYouMean(nearest)} Add it to {Bank.LexiconName} otherwise");
        }
    }

    private static void CheckStrength(QuestionSource source, string field, Cue cue, LintContext context)
    {
        int demanded = cue.Slots.Where(slot => slot.Demand is SlotDemand.Present or SlotDemand.Denied).Sum(slot => slot.Parts.Count);
        bool formula = cue.Slots.Any(slot => slot.Parts.Any(part => part.All(term => term.Kind is CueTermKind.Formula or CueTermKind.Phrase)));
        if (demanded < 2 && !formula)
        {
            context.Warn(source, field, "demands a single thing, which a list of buzzwords would meet; add what it does, when, or by how much");
        }
    }

    private static IEnumerable<(string Field, string Text)> Cues(Question question)
    {
        foreach ((int i, RubricPoint point) in question.Points.Index())
        {
            foreach ((int j, string cue) in point.Cues.Index())
            {
                yield return ($"points[{i + 1}].cues[{j + 1}]", cue);
            }
        }

        foreach ((int i, Misconception misconception) in question.Misconceptions.Index())
        {
            foreach ((int j, string cue) in misconception.Cues.Index())
            {
                yield return ($"misconceptions[{i + 1}].cues[{j + 1}]", cue);
            }
        }
    }
}
