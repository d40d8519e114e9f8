using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Text;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("The test error is high.", false)]
    [InlineData("An AUC of 0.5 means the model is wrong half the time.", false)]
    [InlineData("AUC 0.5 means that half of the predictions are wrong.", false)]
    [InlineData("A missed patient counts like a false alarm.", false)]
    [InlineData("It is wrong that dropout scales at test time.", true)]
    [InlineData("The claim that attention is sequential is false.", true)]
    [InlineData("A common mistake is to scale twice.", true)]
    [InlineData("Many people think that it scales twice.", true)]
    [InlineData("Some people see an alpha of 0.25 and think the positives count less.", true)]
    [InlineData("That ReLU has no vanishing gradients is half true.", true)]
    [InlineData("L2 is a Laplace prior, no wait, it is the Gaussian one.", true)]
    [InlineData("There is no second model.", false)]
    public void Reported_Sentence_IsToldFromAnAssertion(string text, bool reported)
    {
        AnalysedText analysed = new(text, Vocabulary.Empty);

        Assert.Equal([reported], analysed.Reported);
    }

    [Fact]
    public void Reported_TakenBackAtOnce_IsNoAssertion()
    {
        AnalysedText analysed = new("You make a vector for every position. And you concatenate it. Uh no, you add it.", Vocabulary.Empty);

        Assert.Equal([false, true, true], analysed.Reported);
    }
}
