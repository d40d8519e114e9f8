using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Similarity;

public sealed class SwapsTests
{
    private const string Growth = "Time and memory grow with the square of the sequence length.";
    private const string Lazy = "A model that always says healthy has an accuracy of 95 % and is of no use.";
    private const string Parts = "The encoder maps an input to a compressed code and the decoder rebuilds the input from it.";
    private const string Zeroed = "Dropout sets each unit to zero with probability p during training.";

    [Theory]
    [InlineData(Growth, "Its memory grows exponentially with the sequence length.", "exponentially")]
    [InlineData(Growth, "The time is linear in the length of the sequence.", "linear")]
    [InlineData(Lazy, "A model that always says healthy has a precision of 95 %.", "precision")]
    [InlineData(Parts, "The generator maps the input to a code, and the decoder rebuilds it.", "generator")]
    [InlineData(Zeroed, "With probability p it sets weights to zero in training, so that units do not lean on each other.", "weights")]
    public void Find_OneWrongWord_NamesIt(string fact, string answer, string said) => Assert.Equal(said, Find(fact, answer)?.Said);

    [Theory]
    [InlineData(Growth, "Its memory grows quadratically with the sequence length.")]
    [InlineData(Growth, "Memory over the sequence length grows not exponentially but with its square.")]
    [InlineData(Growth, "Adam keeps an exponential average over the length of a sequence of gradients.")]
    [InlineData(Parts, "The encoder maps the input to a code, and the decoder rebuilds the input from the code, unlike the generator of a GAN.")]
    [InlineData(Parts, "One half maps the input to a code, the other rebuilds it.")]
    [InlineData(Zeroed, "It sets units to zero with probability p in training. The weights are shared by all the thinned networks.")]
    [InlineData(Zeroed, "In training each weight is updated with some probability.")]
    [InlineData(Zeroed, "With some probability the weighted input is set to zero in training.")]
    [InlineData(Zeroed, "Dropconnect sets weights to zero with probability p, dropout sets units.")]
    [InlineData(Lazy, "A model that always says healthy has a recall of zero, though its accuracy is 95 %.")]
    [InlineData("The gradient check needs double precision.", "A gradient check shows that the gradients are correct.")]
    [InlineData("It does not grow with the square of the sequence length.", "It grows exponentially with the sequence length.")]
    [InlineData(Growth, "")]
    public void Find_RightOrOtherWords_IsNull(string fact, string answer) => Assert.Null(Find(fact, answer));

    private static Swap? Find(string fact, string answer)
    {
        AnalysedText text = new(answer, Vocabulary.Empty);
        return Swaps.Find(FactProfile.Of(fact, Vocabulary.Empty, new ConceptIndex(Lexicon.Empty), new TermWeights()), text, new SentenceRun(0, Math.Max(0, text.SentenceCount - 1)));
    }
}
