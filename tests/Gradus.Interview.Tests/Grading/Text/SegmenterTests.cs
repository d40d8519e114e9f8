using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Text;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("it scales by 1/(1-p) in training", true)]
    [InlineData("Linear(10, 32) equals nothing", false)]
    [InlineData("the loss (as usual) in training", false)]
    public void Number_Bracket_ClosesAsItOpened(string text, bool oneClause)
    {
        AnalysedText analysed = new(text, Vocabulary.Empty);

        Assert.Equal(oneClause, analysed.ClauseOf.Distinct().Count() == 1);
    }

    [Theory]
    [InlineData("One. Two! Three? Four", 4)]
    [InlineData("The rate is 0.5. Then 3.14 follows.", 2)]
    [InlineData("Use e.g. dropout, i.e. noise, vs. weight decay.", 1)]
    [InlineData("Call model.eval() before you predict.", 1)]
    [InlineData("- one item\n- two items\n- three items", 3)]
    [InlineData("A line that wraps\nand goes on here.", 1)]
    [InlineData("y = x * mask\nz = y / (1 - p)", 2)]
    [InlineData("First paragraph\n\nSecond paragraph", 2)]
    [InlineData("", 0)]
    public void Number_Text_HasSoManySentences(string text, int expected) => Assert.Equal(expected, new AnalysedText(text, Vocabulary.Empty).SentenceCount);

    [Fact]
    public void Number_TranscriptWithoutStops_IsCutIntoPieces()
    {
        string spoken = string.Join(' ', Enumerable.Repeat("so you have the layer and you kill some of the neurons and then um the next one gets less", 6));

        AnalysedText text = new(spoken, Vocabulary.Empty);

        Assert.InRange(text.SentenceCount, 6, 24);
        Assert.All(Enumerable.Range(0, text.SentenceCount), s => Assert.InRange(text.WordsBetween(s, s), 0, 40));
    }

    [Fact]
    public void Tokens_Offsets_PointIntoTheSource()
    {
        const string text = "Don't use \\frac{1}{1-p} at test‑time; σ(z)=½, naïve “quotes” and 24,832.";

        Assert.All(new AnalysedText(text, Vocabulary.Empty).Tokens, token => Assert.InRange(token.End, token.Start + 1, text.Length));
    }
}
