using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Evaluation;

/// <summary>Measures the grader on answers that careful readers have judged.</summary>
public static class GraderEvaluation
{
    /// <summary>Two answers whose readers' scores are nearer than this are not ordered.</summary>
    public const double LeastGap = 15;

    /// <summary>Grades the answers and compares.</summary>
    /// <param name="bank">Where the questions are looked up.</param>
    /// <param name="grader">The grader to measure.</param>
    /// <param name="answers">The labelled answers; those to questions that the bank lacks are left out and counted.</param>
    public static GraderReport Measure(Bank bank, Grader grader, IReadOnlyList<LabelledAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(grader);
        ArgumentNullException.ThrowIfNull(answers);
        List<(LabelledAnswer Label, Verdict Verdict)> graded = [];
        foreach (LabelledAnswer answer in answers)
        {
            if (bank.Find(answer.Question) is { } question)
            {
                graded.Add((answer, grader.Grade(question, answer.Answer)));
            }
        }

        double[] theirs = [.. graded.Select(item => item.Label.Score)];
        double[] ours = [.. graded.Select(item => 100 * item.Verdict.Score)];
        (double? order, int pairs) = Order(graded);
        return new GraderReport(
            graded.Count,
            graded.Select(item => item.Label.Question).Distinct().Count(),
            answers.Count - graded.Count,
            Correlation.Spearman(theirs, ours),
            Correlation.Pearson(theirs, ours),
            graded.Count == 0 ? null : theirs.Zip(ours).Average(pair => Math.Abs(pair.First - pair.Second)),
            order,
            pairs,
            Agree(graded, (label, verdict) => Enumerable.Range(1, verdict.Points.Count).Except(label.Disputed).Select(number => (label.Covers.Contains(number), verdict.Points[number - 1].Earned))),
            Agree(graded, (label, verdict) => Misconceptions(bank.Find(label.Question)!, label, verdict)))
        {
            Decisions = [.. graded.SelectMany((item, i) => Decisions(grader, bank.Find(item.Label.Question)!, item.Label, item.Verdict, i))],
            MisconceptionDecisions = [.. graded.SelectMany((item, i) => MisconceptionDecisions(grader, bank.Find(item.Label.Question)!, item.Label, i))],
        };
    }

    private static IEnumerable<PointDecision> Decisions(Grader grader, Question question, LabelledAnswer label, Verdict verdict, int answer)
    {
        IReadOnlyList<IReadOnlyDictionary<string, double>> signals = grader.Signals(question, label.Answer);
        return Enumerable.Range(1, verdict.Points.Count).Except(label.Disputed)
            .Select(number => new PointDecision(question.Id, answer, number, label.Covers.Contains(number), verdict.Points[number - 1].Credit, signals[number - 1]));
    }

    private static IEnumerable<MisconceptionDecision> MisconceptionDecisions(Grader grader, Question question, LabelledAnswer label, int answer)
    {
        IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, double>>> windows = grader.MisconceptionSignals(question, label.Answer);
        return Enumerable.Range(1, question.Misconceptions.Count).Except(label.DisputedAsserts)
            .Select(number => new MisconceptionDecision(question.Id, answer, number, label.Asserts.Contains(number), windows[number - 1]));
    }

    private static IEnumerable<(bool Theirs, bool Ours)> Misconceptions(Question question, LabelledAnswer label, Verdict verdict) =>
        question.Misconceptions.Index()
            .Where(item => !label.DisputedAsserts.Contains(item.Index + 1))
            .Select(item => (label.Asserts.Contains(item.Index + 1), verdict.Misconceptions.Any(found => found.Id == item.Item.Id)));

    private static Agreement Agree(List<(LabelledAnswer Label, Verdict Verdict)> graded, Func<LabelledAnswer, Verdict, IEnumerable<(bool Theirs, bool Ours)>> decisions)
    {
        (bool Theirs, bool Ours)[] all = [.. graded.SelectMany(item => decisions(item.Label, item.Verdict))];
        return new Agreement(
            all.Count(item => item.Theirs && item.Ours),
            all.Count(item => !item.Theirs && item.Ours),
            all.Count(item => item.Theirs && !item.Ours),
            all.Count(item => !item.Theirs && !item.Ours));
    }

    private static (double? Accuracy, int Pairs) Order(List<(LabelledAnswer Label, Verdict Verdict)> graded)
    {
        double right = 0;
        int pairs = 0;
        foreach (IGrouping<string, (LabelledAnswer Label, Verdict Verdict)> group in graded.GroupBy(item => item.Label.Question))
        {
            (LabelledAnswer Label, Verdict Verdict)[] items = [.. group];
            for (int i = 0; i < items.Length; i++)
            {
                for (int j = i + 1; j < items.Length; j++)
                {
                    double gap = items[i].Label.Score - items[j].Label.Score;
                    if (Math.Abs(gap) >= LeastGap)
                    {
                        double ours = items[i].Verdict.Score - items[j].Verdict.Score;
                        right += ours == 0 ? 0.5 : Math.Sign(ours) == Math.Sign(gap) ? 1 : 0;
                        pairs++;
                    }
                }
            }
        }

        return (pairs == 0 ? null : right / pairs, pairs);
    }
}
