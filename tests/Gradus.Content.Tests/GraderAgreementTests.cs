using Gradus.Interview.Grading.Evaluation;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>The grader agrees with careful readers on labelled answers.</summary>
public sealed class GraderAgreementTests
{
    private const string Fixtures = "tests/Gradus.Content.Tests/Fixtures";

    /// <summary>Answers that no weight, cue or passage was made with; they must stay so, or be replaced by new ones.</summary>
    /// <remarks>
    /// The first are harder than most: real people's slips among them. The second are of seven kinds (strong, good, spoken, buzzword, built on a misconception, terse and not
    /// native, in plain words), seven to each of 30 questions, by three writers who saw facts alone and three other readers.
    /// </remarks>
    [Theory]
    [InlineData("labelled-answers-held-out.jsonl", 0.80)]
    [InlineData("labelled-answers-held-out-seven-kinds.jsonl", 0.85)]
    public void Measure_AnswersKeptOutOfEveryFit_StaysAboveTheFloors(string file, double spearman) =>
        AssertAbove(Measure(RepositoryRoot.Combine(Fixtures, file)), f1: 0.85, order: 0.92, spearman, precision: 0.85, recall: 0.70);

    /// <summary>Seven kinds of answers to each of 47 questions, by four writers who saw facts alone and four other readers; the misconceptions were weighed with them.</summary>
    [Fact]
    public void Measure_SevenKindsOfAnswers_StaysAboveTheFloors() =>
        AssertAbove(Measure(RepositoryRoot.Combine(Fixtures, "labelled-answers-seven-kinds.jsonl")), f1: 0.90, order: 0.95, spearman: 0.85, precision: 0.85, recall: 0.85);

    /// <summary>These lie beside the data and are no part of the repository.</summary>
    [Fact]
    public void Measure_LabelledAnswers_StaysAboveTheFloors()
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        string path = Path.Combine(data ?? "", "..", "grading", "answers.jsonl");
        Assert.SkipUnless(data is not null && File.Exists(path), "needs labelled answers in grading/answers.jsonl beside the folder that GRADUS_DATA names");

        AssertAbove(Measure(path), f1: 0.90, order: 0.92, spearman: 0.80, precision: 0.85, recall: 0.70);
    }

    private static void AssertAbove(GraderReport report, double f1, double order, double spearman, double precision, double recall)
    {
        Assert.InRange(report.Points.F1!.Value, f1, 1);
        Assert.InRange(report.OrderAccuracy!.Value, order, 1);
        Assert.InRange(report.Spearman!.Value, spearman, 1);
        Assert.InRange(report.Misconceptions.Precision!.Value, precision, 1);
        Assert.InRange(report.Misconceptions.Recall!.Value, recall, 1);
    }

    private static GraderReport Measure(string path)
    {
        GraderReport report = GraderEvaluation.Measure(ShippedBank.Bank, ShippedBank.Grader, LabelledAnswer.Load(path));

        TestContext.Current.TestOutputHelper?.WriteLine($"{report}");
        Assert.Equal(0, report.Unknown);
        return report;
    }
}
