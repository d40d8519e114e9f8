using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Text;

public sealed class PolarityTests
{
    [Theory]
    [InlineData("no_grad changes dropout", "dropout", false)]
    [InlineData("a no-op changes nothing in the layer", "change", false)]
    [InlineData("it does not change dropout", "dropout", true)]
    [InlineData("the order does not matter", "matter", true)]
    [InlineData("no matter how large the gradient", "large", false)]
    [InlineData("dropout does nothing and the layer uses averages", "averages", false)]
    [InlineData("it does not only slow training", "slow", false)]
    public void Scope_Negator_DeniesWhatItShould(string text, string word, bool denied)
    {
        AnalysedText analysed = new(text, Vocabulary.Empty);

        int place = Assert.Single(analysed.Positions[Stemmer.Stem(word)]);

        Assert.Equal(denied, analysed.DeniedBy[place] != Polarity.Asserted);
    }
}
