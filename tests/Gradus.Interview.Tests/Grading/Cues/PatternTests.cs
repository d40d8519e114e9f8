using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Cues;

public sealed class PatternTests
{
    [Fact]
    public void Find_PhraseAcrossWrappedLine_IsFound()
    {
        AnalysedText text = new("The remedy is an order of work: split\nfirst, by patient, and fit the scaler later.", Vocabulary.Empty);
        List<Occurrence> found = [];

        Pattern.Of("split first", formula: false).Find(text, found);

        Assert.Single(found);
    }

    [Fact]
    public void Find_PhraseAcrossListItems_IsNotFound()
    {
        AnalysedText text = new("The rows are split.\n- first the scaler is fitted", Vocabulary.Empty);
        List<Occurrence> found = [];

        Pattern.Of("split first", formula: false).Find(text, found);

        Assert.Empty(found);
    }

    [Fact]
    public void Find_NegationBeforeWrappedLine_DeniesWhatFollows()
    {
        AnalysedText text = new("Cross-validation does not\nprevent leakage.", Vocabulary.Empty);
        List<Occurrence> found = [];

        Pattern.Of("prevent leakage", formula: false).Find(text, found);

        Assert.True(Assert.Single(found).Denied);
    }
}
