using Gradus.Interview.Grading;

namespace Gradus.Interview.Questions.Linting;

/// <summary>A model answer earns its own rubric and little of any other.</summary>
internal static class ModelAnswerRules
{
    private const double OwnShare = 0.95;
    private const double ForeignShare = 0.25;
    private const double RelatedShare = 0.60;

    public static void Check(LintContext context)
    {
        Grader grader = new(context.Bank);
        foreach ((QuestionSource source, Question question) in context.Questions)
        {
            CheckOwn(source, question, grader, context);
        }

        // Every answer against every rubric: the only slow check, so all processors share it.
        foreach ((QuestionSource source, string fault) in context.Questions.AsParallel().AsOrdered().SelectMany(item => Foreign(item.Source, item.Question, grader, context)))
        {
            context.Error(source, "points", fault);
        }
    }

    /// <summary>The same for one question: its own model answer, and on demand all others against its rubric.</summary>
    public static void Check(QuestionSource source, Grader grader, LintContext context, bool againstOthers)
    {
        CheckOwn(source, source.Question!, grader, context);
        if (againstOthers)
        {
            foreach ((QuestionSource _, string fault) in Foreign(source, source.Question!, grader, context))
            {
                context.Error(source, "points", fault);
            }
        }
    }

    /// <summary>The share of the rubric's weight that an answer earns.</summary>
    private static double Earned(Question question, Verdict verdict) =>
        question.Points.Zip(verdict.Points).Sum(pair => pair.Second.Earned ? pair.First.Weight : 0) / question.Points.Sum(point => point.Weight);

    private static void CheckOwn(QuestionSource source, Question question, Grader grader, LintContext context)
    {
        Verdict verdict = grader.Grade(question, question.ModelAnswer);
        double earned = Earned(question, verdict);
        if (earned < OwnShare)
        {
            string missed = string.Join(", ", verdict.Points.Where(point => !point.Earned).Select(point => point.Id));
            context.Error(source, "Model answer", $"earns {earned:P0} of its own rubric, needed {OwnShare:P0}; not recognised: {missed}. Say it in the answer, or give the point a cue for how it is said there");
        }

        foreach (MisconceptionVerdict misconception in verdict.Misconceptions)
        {
            context.Error(source, "Model answer", $"is taken to assert the misconception {misconception.Id} in \"{misconception.Evidence.Text}\"; sharpen that misconception's cues");
        }
    }

    private static IEnumerable<(QuestionSource Source, string Fault)> Foreign(QuestionSource source, Question question, Grader grader, LintContext context)
    {
        foreach ((QuestionSource _, Question other) in context.Questions.Where(item => item.Question.Id != question.Id))
        {
            bool related = question.Related.Contains(other.Id) && other.Related.Contains(question.Id);
            double limit = related ? RelatedShare : ForeignShare;
            Verdict verdict = grader.Grade(question, other.ModelAnswer);
            double earned = Earned(question, verdict);
            if (earned >= limit)
            {
                string got = string.Join(", ", verdict.Points.Where(point => point.Earned).Select(point => point.Id));
                string hint = related ? "" : "; or list the two under related, both ways";
                yield return (source, $"the model answer of '{other.Id}' earns {earned:P0} of this rubric, less than {limit:P0} is needed: {got} are met too easily. Make their cues more specific{hint}");
            }
        }
    }
}
