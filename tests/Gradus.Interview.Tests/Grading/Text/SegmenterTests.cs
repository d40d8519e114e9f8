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
}
