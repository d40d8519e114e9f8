using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;
using Gradus.Interview.Tests.Questions;

namespace Gradus.Interview.Tests.Grading.Likeness;

public sealed class SubjectsTests
{
    private const int Points = 300;

    private static readonly Question Sample = QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text).Question!;
    private static readonly Question Compression = About("compression", "squeeze", "picture");
    private static readonly Question Dropout = About("dropout", "mute", "neurons");

    [Fact]
    public void Elsewhere_AnswerToTheQuestion_IsBelowZeroAndToAnotherAbove()
    {
        Subjects subjects = Made();
        AnalysedText answer = new("They squeeze the picture.", Vocabulary.Empty);

        double own = subjects.Elsewhere(Compression, answer), other = subjects.Elsewhere(Dropout, answer);

        Assert.True(own < -0.3, $"{own}");
        Assert.Equal(-own, other, 1e-12);
    }

    [Fact]
    public void Elsewhere_QuestionOutsideTheBank_IsZero() => Assert.Equal(0, Made().Elsewhere(Sample, new AnalysedText("They squeeze the picture.", Vocabulary.Empty)));

    private static Subjects Made()
    {
        Bank bank = Bank.Of([Compression, Dropout]);
        PassageDocument[] documents = PassageDocuments.Of(bank, Vocabulary.Empty);
        return Subjects.Of(bank, Vocabulary.Empty, documents, WordSpace.Of(documents)!);
    }

    /// <summary>Each point says two words of the subject and two that stand for chance.</summary>
    private static Question About(string id, string verb, string thing)
    {
        Random random = new(id.Length);
        string Word() => $"w{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}x";
        RubricPoint Point() => Sample.Points[0] with { Fact = $"{verb} {thing}", Passages = new Passages([$"{verb} {thing} {Word()} {Word()}"], []) };
        return Sample with { Id = id, Ask = $"How does one {verb} the {thing}?", Related = [], Points = [.. Enumerable.Range(0, Points).Select(_ => Point())] };
    }
}
