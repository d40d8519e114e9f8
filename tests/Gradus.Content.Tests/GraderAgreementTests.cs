using Gradus.Interview.Grading.Evaluation;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>The grader agrees with careful readers on labelled answers.</summary>
public sealed class GraderAgreementTests
{
    /// <summary>Answers that no weight, cue or passage was made with; they must stay so, or be replaced by new ones.</summary>
    [Fact]
    public void Measure_AnswersKeptOutOfEveryFit_StaysAboveTheFloors()
    {
        GraderReport report = Measure(RepositoryRoot.Combine("tests/Gradus.Content.Tests/Fixtures/labelled-answers-held-out.jsonl"));

        Assert.InRange(report.Points.F1!.Value, 0.85, 1);
        Assert.InRange(report.OrderAccuracy!.Value, 0.92, 1);
        Assert.InRange(report.Spearman!.Value, 0.80, 1);
        Assert.InRange(report.Misconceptions.Precision!.Value, 0.80, 1);
        Assert.InRange(report.Misconceptions.Recall!.Value, 0.70, 1);
    }

    /// <summary>Seven kinds of answers (strong, good, spoken, buzzword, built on a misconception, terse and not native, in plain words) to each of 47 questions, by four writers who saw facts alone and four other readers.</summary>
    [Fact]
    public void Measure_SevenKindsOfAnswers_StaysAboveTheFloors()
    {
        GraderReport report = Measure(RepositoryRoot.Combine("tests/Gradus.Content.Tests/Fixtures/labelled-answers-seven-kinds.jsonl"));

        Assert.InRange(report.Points.F1!.Value, 0.90, 1);
        Assert.InRange(report.OrderAccuracy!.Value, 0.95, 1);
        Assert.InRange(report.Spearman!.Value, 0.85, 1);
        Assert.InRange(report.Misconceptions.Precision!.Value, 0.80, 1);
        Assert.InRange(report.Misconceptions.Recall!.Value, 0.85, 1);
    }

    /// <summary>These lie beside the data and are no part of the repository.</summary>
    [Fact]
    public void Measure_LabelledAnswers_StaysAboveTheFloors()
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        string path = Path.Combine(data ?? "", "..", "grading", "answers.jsonl");
        Assert.SkipUnless(data is not null && File.Exists(path), "needs labelled answers in grading/answers.jsonl beside the folder that GRADUS_DATA names");

        GraderReport report = Measure(path);

        Assert.InRange(report.Points.F1!.Value, 0.90, 1);
        Assert.InRange(report.OrderAccuracy!.Value, 0.92, 1);
        Assert.InRange(report.Spearman!.Value, 0.80, 1);
        Assert.InRange(report.Misconceptions.Precision!.Value, 0.80, 1);
        Assert.InRange(report.Misconceptions.Recall!.Value, 0.70, 1);
    }

    private static GraderReport Measure(string path)
    {
        GraderReport report = GraderEvaluation.Measure(ShippedBank.Bank, ShippedBank.Grader, LabelledAnswer.Load(path));

        TestContext.Current.TestOutputHelper?.WriteLine($"{report}");
        Assert.Equal(0, report.Unknown);
        return report;
    }
}
