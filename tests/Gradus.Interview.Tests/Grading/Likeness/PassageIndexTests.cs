using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;
using Gradus.Interview.Tests.Questions;

namespace Gradus.Interview.Tests.Grading.Likeness;

public sealed class PassageIndexTests
{
    private static readonly Question Sample = QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text).Question!;

    private static readonly Question WithPassages = Sample with
    {
        Points =
        [
            Sample.Points[0] with { Passages = new Passages(["Only the biggest number of each little square survives.", "The maximum is passed on, the rest is thrown away."], ["Pooling is important for images."]) },
            Sample.Points[1] with { Passages = new Passages(["Afterwards nobody can tell where exactly the edge was.", "The place of a feature becomes blurred."], []) },
        ],
        Misconceptions = [Sample.Misconceptions[0] with { Passages = new Passages(["It learns its filter by gradient descent.", "Its parameters are trained like those of a convolution."], ["It has no parameters to train."]) }],
    };

    [Fact]
    public void Of_NoPassages_IsNull() => Assert.Null(Index(Sample));

    [Theory]
    [InlineData("the biggest number in the square survives and the rest is thrown away", 0)]
    [InlineData("you can no longer tell where the edge was", 1)]
    [InlineData("its filter parameters are trained by gradient descent", 2)]
    public void Compare_NewWords_AreStrongestForWhatTheySay(string text, int expected)
    {
        PassageSignals[] signals = Index(WithPassages)!.Compare(PassageTerms.Counts(Vocabulary.Empty.Read(text)));

        Assert.Equal(expected, signals.Index().MaxBy(item => item.Item.Strength).Index);
        Assert.Equal(expected, signals.Index().MaxBy(item => item.Item.Nearest).Index);
        Assert.True(signals[expected].Lead > 0);
    }

    [Fact]
    public void Compare_APassageItself_IsNearestWithLikenessOne()
    {
        PassageSignals[] signals = Index(WithPassages)!.Compare(PassageTerms.Counts(Vocabulary.Empty.Read(WithPassages.Points[1].Passages.Said[0])));

        Assert.Equal(1, signals[1].Nearest, 1e-12);
        Assert.InRange(signals[1].Strength, 0.5, 1);
        Assert.InRange(signals[0].Strength, -0.2, 0.2);
    }

    [Fact]
    public void Compare_ADenial_DoesNotLead()
    {
        PassageSignals[] signals = Index(WithPassages)!.Compare(PassageTerms.Counts(Vocabulary.Empty.Read("It has no parameters to train.")));

        Assert.True(signals[2].Lead < 0);
        Assert.True(signals[2].Strength < 0);
    }

    [Fact]
    public void Compare_WordsThatNobodyUsed_ShowNothing() =>
        Assert.All(Index(WithPassages)!.Compare(PassageTerms.Counts(Vocabulary.Empty.Read("zebra umbrella"))), item => Assert.Equal((0.0, 0.0), (item.Strength, item.Nearest)));

    [Fact]
    public void Grade_SaidAsInAPassage_QuotesTheSentence()
    {
        Bank bank = Bank.Of([WithPassages]);
        const string Answer = "I saw this in a talk once, in spring. Only the biggest number of each little square survives, and the rest is thrown away.";

        PointVerdict point = new Grader(bank).Grade(WithPassages, Answer).Points[0];
        PointVerdict without = new Grader(Bank.Of([Sample])).Grade(Sample, Answer).Points[0];

        Assert.True(point.Credit > without.Credit + 0.2, $"{point.Credit} with passages, {without.Credit} without");
    }

    private static PassageIndex? Index(Question question) => PassageIndex.Of(question, Vocabulary.Empty, new TermWeights(), new Lazy<WordSpace?>(() => null));
}
