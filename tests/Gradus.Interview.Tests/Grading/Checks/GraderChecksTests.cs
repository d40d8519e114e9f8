using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Checks;
using Gradus.Interview.Questions;
using Gradus.Interview.Tests.Questions;

namespace Gradus.Interview.Tests.Grading.Checks;

public sealed class GraderChecksTests
{
    private const string Words = """
        check-consequence: [patient, customer]
        check-example: [for example]
        check-pitfall: [pitfall, careful]
        """;

    private static readonly Question Pooling = QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text).Question!;
    private static readonly Question Clinical = Pooling with { Id = ClinicalBonus.QuestionId };
    private static readonly Grader Grader = new(Bank.Of([Pooling with { Profiles = [Profiles.Clinical] }, Clinical], Lexicon.Parse("lexicon.yaml", Words)));

    [Fact]
    public void Grade_PartsSaidInPassing_AreFoundWithTheirWords()
    {
        Verdict verdict = Grader.Grade(Pooling, "A pooling layer keeps the largest value of each window. For example it turns 4 and 7 into 7. Be careful where a small shift matters to a patient.");

        Assert.Equal("For example it turns 4 and 7 into 7.", Check(verdict, CheckKind.FinalAnswer, "shown").Evidence!.Text);
        Assert.True(Check(verdict, CheckKind.FinalAnswer, "warned").Present);
        Assert.StartsWith("Be careful", Check(verdict, CheckKind.FinalAnswer, "connected").Evidence!.Text, StringComparison.Ordinal);
        Assert.False(Check(verdict, CheckKind.FinalAnswer, "concise").Present);
    }

    [Fact]
    public void Grade_PartsLeftOut_SaysWhatToAdd()
    {
        Verdict verdict = Grader.Grade(Pooling, "A pooling layer keeps the largest value of each window.");

        AnswerCheck connected = Check(verdict, CheckKind.FinalAnswer, "connected");
        Assert.False(connected.Present);
        Assert.Null(connected.Evidence);
        Assert.Contains("patient", connected.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_QuestionOfClinicalInterviews_LooksForTheBonusPoints()
    {
        Question asked = Pooling with { Profiles = [Profiles.Clinical] };

        AnswerCheck[] bonus = [.. Grader.Grade(asked, "A pooling layer keeps the largest value of each window.").Checks.Where(check => check.Kind == CheckKind.ClinicalBonus)];

        Assert.Equal(5, bonus.Length);
        Assert.True(bonus[0].Present); // the sample's first point stands for the first bonus point
        Assert.All(bonus[2..], check => Assert.False(check.Present));
    }

    [Fact]
    public void Grade_OtherQuestions_HaveNoBonusPoints()
    {
        Question asked = Pooling with { Profiles = ["general"] };

        Assert.DoesNotContain(Grader.Grade(asked, "A pooling layer keeps the largest value.").Checks, check => check.Kind == CheckKind.ClinicalBonus);
    }

    private static AnswerCheck Check(Verdict verdict, CheckKind kind, string id) => Assert.Single(verdict.Checks, check => check.Kind == kind && check.Id == id);
}
