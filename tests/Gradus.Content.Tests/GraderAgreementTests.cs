using Gradus.Interview.Grading.Evaluation;

namespace Gradus.Content.Tests;

/// <summary>The grader agrees with careful readers on labelled answers, which lie beside the data and are no part of the repository.</summary>
public sealed class GraderAgreementTests
{
    [Fact]
    public void Measure_LabelledAnswers_StaysAboveTheFloors()
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        string path = Path.Combine(data ?? "", "..", "grading", "answers.jsonl");
        Assert.SkipUnless(data is not null && File.Exists(path), "needs labelled answers in grading/answers.jsonl beside the folder that GRADUS_DATA names");

        GraderReport report = GraderEvaluation.Measure(ShippedBank.Bank, ShippedBank.Grader, LabelledAnswer.Load(path));

        TestContext.Current.TestOutputHelper?.WriteLine($"{report}");
        Assert.Equal(0, report.Unknown);
        Assert.InRange(report.Points.F1!.Value, 0.82, 1);
        Assert.InRange(report.OrderAccuracy!.Value, 0.85, 1);
        Assert.InRange(report.Spearman!.Value, 0.69, 1);
        Assert.InRange(report.Misconceptions.Precision!.Value, 0.80, 1);
        Assert.InRange(report.Misconceptions.Recall!.Value, 0.45, 1);
    }
}
