using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Text;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("The test error is high.", false)]
    [InlineData("A common mistake is to scale twice.", true)]
    [InlineData("Many people think that it scales twice.", true)]
    public void Reported_Sentence_IsToldFromAnAssertion(string text, bool reported)
    {
        AnalysedText analysed = new(text, Vocabulary.Empty);

        Assert.Equal([reported], analysed.Reported);
    }
}
