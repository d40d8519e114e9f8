using Gradus.Interview.Questions;
using Gradus.Interview.Questions.Search;
using Gradus.Interview.Tests.Sittings;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Questions.Search;

public sealed class QuestionIndexTests
{
    private static readonly Lazy<QuestionIndex> Real = new(() => new QuestionIndex(Bank.Load(RepositoryRoot.Combine("bank"))));

    [Fact]
    public void Search_WordInATitle_ComesBeforeTheSameWordInAPoint()
    {
        Question title = Named("a", "Dropout and its scale");
        Question point = Named("b", "Something else") with { Points = [new("p1", Facet.Principle, 1, "Dropout is one of many.", [])] };
        QuestionIndex index = new(Bank.Of([point, title, Named("c", "A third thing")]));

        IReadOnlyList<QuestionHit> hits = index.Search("dropout");

        Assert.Equal(["a", "b"], hits.Select(hit => hit.Question.Id));
        Assert.Equal([SearchField.Title], hits[0].Fields);
        Assert.Equal([SearchField.Points], hits[1].Fields);
    }

    [Theory]
    [InlineData("normalisation of batches")]
    [InlineData("NORMALIZED batch")]
    [InlineData("batch normal")]
    [InlineData("btach normalization")]
    public void Search_OtherFormsAndTypingErrors_FindTheWord(string text)
    {
        QuestionIndex index = new(Bank.Of([Named("batch-normalization", "Batch normalization"), Named("other", "A third thing")]));

        Assert.Equal("batch-normalization", Assert.Single(index.Search(text)).Question.Id);
    }

    [Fact]
    public void Search_SeveralWords_WantsAllOfThemBeforeAny()
    {
        QuestionIndex index = new(Bank.Of([Named("a", "Gradient clipping"), Named("b", "Vanishing gradient"), Named("c", "Clipping coupons")]));

        Assert.Equal("a", Assert.Single(index.Search("gradient clipping")).Question.Id);
        Assert.Equal(["b", "a"], index.Search("gradient unicorns vanishing").Select(hit => hit.Question.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    public void Search_NoWord_GivesEverything(string text)
    {
        QuestionIndex index = new(Bank.Of([Named("a", "One"), Named("b", "Two")]));

        Assert.Equal(2, index.Search(text).Count);
    }

    [Fact]
    public void Search_AnyText_NeverFails()
    {
        QuestionIndex index = new(Bank.Of([Named("a", "One")]));

        foreach (string text in (string[])["\ud800", new string('x', 100_000), string.Concat(Enumerable.Repeat("word ", 10_000)), "<script>", "\0", "ﬁ İ ß"])
        {
            Assert.NotNull(index.Search(text));
        }
    }

    [Theory]
    [InlineData("accuracy imbalance", "accuracy-trap")]
    [InlineData("how does dropout work", "dropout")]
    [InlineData("he initialisation", "xavier-and-he-initialization")]
    [InlineData("vanishing gradient", "vanishing-gradients")]
    [InlineData("k-fold", "k-fold-cross-validation")]
    [InlineData("data leakage", "data-leakage")]
    [InlineData("residual connection", "residual-connections")]
    public void Search_TheShippedBank_FindsWhatIsMeantAmongTheFirstThree(string text, string expected) =>
        Assert.Contains(expected, Real.Value.Search(text).Take(3).Select(hit => hit.Question.Id));

    private static Question Named(string id, string title) => Verdicts.Question(id) with { Title = title, Ask = "What of it?", Openings = [] };
}
