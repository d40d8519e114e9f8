using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Evaluation;
using Gradus.Interview.Questions;
using Gradus.Interview.Tests.Questions;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Grading.Evaluation;

public sealed class GraderEvaluationTests
{
    [Fact]
    public void Measure_KnownAnswers_CountsByHand()
    {
        Bank bank = Bank.Of([QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text).Question!]);
        LabelledAnswer[] answers =
        [
            new() { Question = "sample", Answer = "A pooling layer keeps the largest value of each window. It loses the exact position.", Covers = [1, 2], Score = 100 },
            new() { Question = "sample", Answer = "It loses the exact position of a feature.", Covers = [2], Disputed = [1], Score = 50 },
            new() { Question = "sample", Answer = "I have no idea at all.", Covers = [1], Score = 0 },
            new() { Question = "unknown", Answer = "Anything.", Score = 0 },
        ];

        GraderReport report = GraderEvaluation.Measure(bank, new Grader(bank), answers);

        Assert.Equal((3, 1, 1, 3), (report.Answers, report.Questions, report.Unknown, report.OrderPairs));
        Assert.Equal(new Agreement(3, 0, 1, 1), report.Points);
        Assert.Equal(6.0 / 7, report.Points.F1!.Value, 1e-12);
        Assert.Equal(1, report.OrderAccuracy);
        Assert.Equal(1, report.Spearman!.Value, 1e-12);
        Assert.Null(report.Misconceptions.F1);
    }

    [Fact]
    public void Spearman_TiedRanks_ShareTheirMean() =>
        Assert.Equal(0.9486832980505138, Correlation.Spearman([1, 2, 2, 3], [1, 2, 3, 4])!.Value, 1e-12); // scipy.stats.spearmanr

    [Fact]
    public void Load_BrokenLine_NamesFileAndLine()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "answers.jsonl");
        File.WriteAllText(path, "{\"question\":\"a\",\"answer\":\"b\",\"score\":1}\n\n{\"question\":1}\n");

        Assert.Contains("answers.jsonl:3:", Assert.Throws<InvalidDataException>(() => LabelledAnswer.Load(path)).Message, StringComparison.Ordinal);
    }
}
