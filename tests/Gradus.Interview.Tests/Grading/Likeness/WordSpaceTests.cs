using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;
using Gradus.Interview.Tests.Questions;

namespace Gradus.Interview.Tests.Grading.Likeness;

public sealed class WordSpaceTests
{
    private const int Points = 400;

    private static readonly Question Sample = QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text).Question!;

    [Fact]
    public void Of_FewPassages_IsNull() => Assert.Null(WordSpace.Of(PassageDocuments.Of(Bank.Of([Sample]), Vocabulary.Empty)));

    [Fact]
    public void Of_WordsThatSayTheSame_LieTogether()
    {
        WordSpace space = Made();

        double alike = Cosine(space, "squeeze", "compress"), apart = Cosine(space, "squeeze", "dropout");

        Assert.True(alike > 0.8, $"alike {alike}");
        Assert.True(apart < 0.3, $"apart {apart}");
    }

    [Fact]
    public void Of_TheSameBankTwice_GivesTheSameBits() => Assert.Equal(Direction(Made(), "squeeze the image"), Direction(Made(), "squeeze the image"));

    [Fact]
    public void Direction_KnownWords_HasLengthOneAndUnknownOnesZero()
    {
        WordSpace space = Made();

        Assert.Equal(1, WordSpace.Dot(Direction(space, "squeeze"), Direction(space, "squeeze")), 1e-12);
        Assert.All(Direction(space, "zebra"), value => Assert.Equal(0, value));
    }

    /// <summary>Points on compression use one of two words for it, never both in a passage; points on dropout share other words.</summary>
    private static WordSpace Made()
    {
        Random random = new(1);
        string Word() => $"w{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}x";
        RubricPoint Point(int i)
        {
            string[] said = (i % 8) switch
            {
                0 => [$"they squeeze the picture {Word()} {Word()}", $"we compress the picture {Word()}"],
                1 => [$"dropout mutes neurons {Word()} {Word()}", $"neurons are muted by dropout {Word()}"],
                _ => [$"{Word()} {Word()} {Word()}", $"{Word()} {Word()}"],
            };
            return Sample.Points[0] with { Fact = Word(), Passages = new Passages(said, []) };
        }

        return WordSpace.Of(PassageDocuments.Of(Bank.Of([Sample with { Points = [.. Enumerable.Range(0, Points).Select(Point)] }]), Vocabulary.Empty))!;
    }

    private static double[] Direction(WordSpace space, string text) => space.Of(PassageTerms.Counts(Vocabulary.Empty.Read(text)));

    private static double Cosine(WordSpace space, string first, string second) => WordSpace.Dot(Direction(space, first), Direction(space, second));
}
