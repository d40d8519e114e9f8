namespace Gradus.Interview.Questions.Linting;

/// <summary>Links between questions: none is dead, and what is needed first makes no circle.</summary>
internal static class LinkRules
{
    private const int MostRelated = 5;

    public static void Check(QuestionSource source, LintContext context)
    {
        Question question = source.Question!;
        CheckList(source, "needs", question.Needs, context);
        CheckList(source, "related", question.Related, context);
        if (question.Related.Count > MostRelated)
        {
            context.Error(source, "related", $"lists {question.Related.Count} questions, at most {MostRelated} are meant");
        }
    }

    public static void CheckCycles(LintContext context)
    {
        HashSet<string> done = [];
        foreach ((QuestionSource source, Question question) in context.Questions)
        {
            List<string> path = [];
            if (FindCycle(question.Id, path, done, context.Bank))
            {
                int start = path.IndexOf(path[^1]);
                context.Error(source, "needs", $"the questions need each other in a circle: {string.Join(" > ", path.Skip(start))}; take one link out");
            }
        }
    }

    /// <summary>Whether one question needs itself by way of others.</summary>
    public static void CheckCycle(QuestionSource source, LintContext context)
    {
        List<string> path = [];
        if (FindCycle(source.Question!.Id, path, [], context.Bank) && path[^1] == source.Question.Id)
        {
            context.Error(source, "needs", $"the questions need each other in a circle: {string.Join(" > ", path)}; take one link out");
        }
    }

    private static bool FindCycle(string id, List<string> path, HashSet<string> done, Bank bank)
    {
        if (done.Contains(id) || bank.Find(id) is not { } question)
        {
            return false;
        }

        path.Add(id);
        foreach (string next in question.Needs)
        {
            if (path.Contains(next))
            {
                path.Add(next);
                done.UnionWith(path);
                return true;
            }

            if (FindCycle(next, path, done, bank))
            {
                return true;
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(id);
        return false;
    }

    private static void CheckList(QuestionSource source, string key, IReadOnlyList<string> ids, LintContext context)
    {
        foreach ((int i, string id) in ids.Index())
        {
            string field = $"{key}[{i + 1}]";
            if (id == source.Question!.Id)
            {
                context.Error(source, field, "a question cannot list itself");
            }
            else if (context.Bank.Find(id) is null)
            {
                context.Error(source, field, $"there is no question '{id}' in the bank{LintContext.DidYouMean(context.Bank.Nearest(id, 2))}");
            }
            else if (ids.Take(i).Contains(id))
            {
                context.Error(source, field, $"'{id}' is listed twice");
            }
        }
    }
}
