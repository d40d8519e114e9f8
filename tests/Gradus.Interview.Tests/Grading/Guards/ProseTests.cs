using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Guards;

public sealed class ProseTests
{
    [Theory]
    [InlineData("Defaults: beta1 0.9, beta2 0.999, eps 1e-8, lr 0.001.", false)]
    [InlineData("Nothing crashes and accuracy still climbs, just more slowly and with bad probabilities.", false)]
    [InlineData("activation functions bring non-linearity into the network", false)]
    [InlineData("Linear(10, 32) and then Linear(32, 1) is the same as one Linear(10, 1).", false)]
    [InlineData("It only mitigates the vanishing gradient problem.", false)]
    [InlineData("Net is too wide and learns by heart. Train loss goes down, test loss goes up, gap grows. Remedy: dropout drops units, decay shrinks weights, early stop keeps best epoch of validation.", false)]
    [InlineData("Accuracy, precision, recall, F1, AUC, AUPRC, imbalance, prevalence, baseline.", true)]
    [InlineData("Dropout, co-adaptation, ensemble, Bernoulli noise, dense layers, regularization, overfitting.", true)]
    [InlineData("0.001 2^-20 variance start 0.0625 weights units between linear scales connections matters nearly fan_in small random second throws layers signals halves under about drive", true)]
    public void IsWordList_Text_IsToldFromAnExplanation(string text, bool list)
    {
        Prose prose = new(new AnalysedText(text, Vocabulary.Empty), new WordOrder());

        Assert.Equal(list, prose.IsWordList);
    }
}
