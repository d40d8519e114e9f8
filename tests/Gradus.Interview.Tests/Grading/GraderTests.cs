using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Tests.Grading;

public sealed class GraderTests
{
    private static readonly Question Pooling = Load();
    private static readonly Grader Grader = new(Bank.Of([Pooling]));

    [Fact]
    public void Grade_RightAnswer_EarnsWithItsOwnWords()
    {
        const string answer = "Well, a pooling layer keeps only the largest value of each window. What it pays for that: it loses the exact position of the feature.";

        Verdict verdict = Grader.Grade(Pooling, answer);

        Assert.All(verdict.Points, point => Assert.True(point.Earned, point.Id));
        Assert.Equal(1, verdict.Score);
        Assert.All(verdict.Points, point => Assert.Equal(point.Evidence!.Text, answer.Substring(point.Evidence.Start, point.Evidence.Length)));
        Assert.Contains("loses the exact position", verdict.Points[1].Evidence!.Text, StringComparison.Ordinal);
        Assert.All(verdict.Points, point => Assert.EndsWith(".", point.Note, StringComparison.Ordinal));
        Assert.Empty(verdict.Misconceptions);
        Assert.Null(verdict.Refusal);
    }

    [Fact]
    public void Grade_SameAnswerTwice_SameVerdict()
    {
        const string answer = "A pooling layer keeps the largest value of a window, and has no weights.";

        Assert.Equivalent(new Grader(Bank.Of([Pooling])).Grade(Pooling, answer), Grader.Grade(Pooling, answer), strict: true);
    }

    [Fact]
    public void Grade_AssertedMisconception_IsQuotedAndCosts()
    {
        const string right = "A pooling layer keeps the largest value of each window. It loses the position of the feature.";
        const string wrong = right + " Pooling has weights, parameters that it learns.";

        Verdict verdict = Grader.Grade(Pooling, wrong);

        MisconceptionVerdict misconception = Assert.Single(verdict.Misconceptions);
        Assert.Equal("Pooling has nothing to learn.", misconception.Correction);
        Assert.Equal("Pooling has weights, parameters that it learns.", misconception.Evidence.Text);
        Assert.True(verdict.Score < Grader.Grade(Pooling, right).Score);
    }

    [Theory]
    [InlineData("Pooling has no weights, no parameters that it learns.")]
    [InlineData("Pooling does not have weights or parameters that it learns.")]
    [InlineData("Many people think that pooling has weights, parameters that it learns.")]
    [InlineData("It is a myth that pooling has weights, parameters that it learns.")]
    [InlineData("Does pooling have weights, parameters that it learns?")]
    public void Grade_DeniedOrReportedMisconception_IsNotHeldAgainst(string answer) => Assert.Empty(Grader.Grade(Pooling, answer).Misconceptions);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n\t ", "empty")]
    [InlineData("a\0b", "binary")]
    [InlineData("\u0001\u0002\u0003\u0004", "binary")]
    public void Grade_NoText_IsRefusedWithAReason(string answer, string reason)
    {
        Verdict verdict = Grader.Grade(Pooling, answer);

        Assert.Equal(0, verdict.Score);
        Assert.Contains(reason, verdict.Refusal, StringComparison.Ordinal);
        Assert.Equal(Pooling.Points.Count, verdict.Points.Count);
    }

    [Fact]
    public void Grade_HundredKilobytes_IsRefusedWithTheLimit()
    {
        Verdict verdict = Grader.Grade(Pooling, new string('a', 100_000));

        Assert.Equal(0, verdict.Score);
        Assert.Contains("20,000", verdict.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_Concision_CountsSpokenSeconds()
    {
        Concision concision = Grader.Grade(Pooling, string.Join(' ', Enumerable.Repeat("the layer keeps what is large", 70))).Concision;

        Assert.Equal((420, 180.0), (concision.Words, concision.SpokenSeconds));
        Assert.StartsWith("About right", concision.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_AgainstReferences_TheBestOneCounts()
    {
        string[] references = ["The moon pulls the water of the sea.", "Gradient clipping limits the norm of the gradient. It prevents exploding gradients in recurrent networks."];

        Verdict verdict = Grader.Grade("What is gradient clipping?", references, "Clipping limits the gradient's norm, and that prevents exploding gradients in recurrent networks.");

        Assert.Equal("What is gradient clipping?", verdict.Question);
        Assert.Equal(2, verdict.Points.Count);
        Assert.True(verdict.Score > 0.9, $"{verdict.Score}");
    }

    [Fact]
    public void Grade_AgainstReferences_OffTopicEarnsNothing() =>
        Assert.InRange(Grader.Grade("What is gradient clipping?", ["Gradient clipping limits the norm of the gradient."], "I like to swim in the sea when it is warm.").Score, 0, 0.1);

    [Fact]
    public void Grade_AgainstEmptyReference_SaysWhatIsNeeded() =>
        Assert.Contains("at least one sentence", Assert.Throws<ArgumentException>(() => Grader.Grade("Why?", [" "], "Because.")).Message, StringComparison.Ordinal);

    private static Question Load()
    {
        QuestionSource source = QuestionFile.Parse("bank/vision/sample.md", Questions.SampleQuestion.Text);
        return source.Question ?? throw new InvalidOperationException(string.Join('\n', source.Issues));
    }
}
