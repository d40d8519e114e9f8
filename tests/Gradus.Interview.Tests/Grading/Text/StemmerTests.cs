using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Text;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("scale scales scaled scaling")]
    [InlineData("drop drops dropped dropping")]
    [InlineData("overfit overfits overfitted overfitting")]
    [InlineData("normalize normalise normalized normalising normalization normalisation")]
    [InlineData("forget forgets forgot forgotten forgetting")]
    [InlineData("bias biases biased")]
    [InlineData("matrix matrices")]
    [InlineData("high higher highest")]
    [InlineData("zero zeros zeroed zeroing")]
    [InlineData("label labels labelled labeled")]
    [InlineData("multiply multiplies multiplied multiplying")]
    [InlineData("loss losses")]
    [InlineData("neighbour neighbor neighbours")]
    [InlineData("random randomly")]
    public void Stem_InflectedForms_Agree(string forms) => Assert.Single(forms.Split(' ').Select(Stemmer.Stem).Distinct());

    [Theory]
    [InlineData("overfit", "underfit")]
    [InlineData("general", "generate")]
    [InlineData("loss", "lose")]
    [InlineData("not", "note")]
    [InlineData("precise", "precision")]
    [InlineData("layer", "lay")]
    public void Stem_OtherWords_Differ(string left, string right) => Assert.NotEqual(Stemmer.Stem(left), Stemmer.Stem(right));
}
