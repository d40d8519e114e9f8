using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Grading;

/// <summary>What is told of points that were missed: the sentence that came nearest, where one is near.</summary>
public sealed class NearMissesTests
{
    private const string Near = "Some libraries take care of the scale for you with inverted dropout, so nothing needs to be done when the model is evaluated.";

    private static readonly Lazy<(Bank Bank, Grader Grader)> Shipped = new(() =>
    {
        Bank bank = Bank.Load(RepositoryRoot.Combine("bank"));
        return (bank, new Grader(bank));
    });

    [Fact]
    public void Grade_PointsMissed_NameASentenceOfTheAnswerOnlyWhereOneIsNear()
    {
        const string answer = "Dropout sets each activation to zero with probability p during training and leaves the network alone at test time. " + Near + " I had coffee with a colleague this morning and we talked about the weather.";

        Verdict verdict = Grade("dropout", answer);

        PointVerdict[] missed = [.. verdict.Points.Where(point => !point.Earned)];
        Assert.Contains(missed, point => point.Near?.Text == Near && point.Fact.StartsWith("Inverted dropout", StringComparison.Ordinal));
        Assert.Contains(missed, point => point.Near is null);
        Assert.All(missed.Select(point => point.Near).OfType<Evidence>(), near => Assert.Equal(answer.Substring(near.Start, near.Length), near.Text));
        Assert.DoesNotContain(missed, point => point.Near?.Text.Contains("coffee", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Grade_SentenceThatEarnsAPoint_IsNearToNoOther()
    {
        Question question = Shipped.Value.Bank.Find("dropout")!;
        Verdict verdict = Grade(question.Id, question.ModelAnswer);

        string[] earning = [.. verdict.Points.Where(point => point.Earned).Select(point => point.Evidence!.Text)];
        Assert.NotEmpty(earning);
        Assert.All(verdict.Points.Where(point => point.Near is not null), point => Assert.DoesNotContain(earning, words => words.Contains(point.Near!.Text, StringComparison.Ordinal)));
        Assert.All(verdict.Points.Where(point => point.Earned), point => Assert.Null(point.Near));
    }

    [Theory]
    [InlineData("I do not know anything about this question at all, sorry, my train of thought has left the station.")]
    [InlineData("The weather is fine today and the neighbours have bought a new car for their daughter. We trained for the marathon all summer.")]
    [InlineData("")]
    public void Grade_AnswerAboutOtherThings_ComesNearToNothing(string answer) =>
        Assert.All(Grade("dropout", answer).Points, point => Assert.Null(point.Near));

    private static Verdict Grade(string question, string answer) => Shipped.Value.Grader.Grade(Shipped.Value.Bank.Find(question)!, answer);
}
