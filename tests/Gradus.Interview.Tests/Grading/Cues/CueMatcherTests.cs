namespace Gradus.Interview.Tests.Grading.Cues;

public sealed class CueMatcherTests
{
    [Theory]
    [InlineData("scale output", "The outputs are scaled.")]
    [InlineData("scale output", "We keep scaling each output.")]
    [InlineData("scale neuron", "it sclaes every nueron")] // slips
    [InlineData("regularize weight", "Regularisation of the weights")] // British spelling
    [InlineData("normalize layer", "the normalization of a layer")]
    [InlineData("\"weight decay\"", "the weight really does decay")]
    [InlineData("@batch-norm layer", "a BatchNorm layer")]
    [InlineData("@zero-out neuron", "you set the neuron's output to zero")]
    [InlineData("@zero-out neuron", "so you um you kind of switch uh some off you know each neuron like at random")]
    [InlineData("neuron|unit drop", "units are dropped")]
    [InlineData("?random drop unit", "a unit is dropped")]
    [InlineData("forget train>test", "We train it. Then training comes before the test, and people forget.")]
    [InlineData("scale no:train", "It is scaled but not trained.")]
    [InlineData("no:label learn", "It learns without labels.")]
    [InlineData("no:cost memory", "Memory is needed, but it never costs time.")]
    [InlineData("scale output", "It is not only scaled but the output is also clipped.")] // "not only" denies nothing
    [InlineData("scale output", "You cannot do it without scaling the output.")] // two denials cancel
    public void Best_SaidInOtherWords_IsMet(string cue, string text) => Assert.True(CueGrading.IsMet(cue, text));

    [Theory]
    [InlineData("scale output", "The outputs are not scaled.")]
    [InlineData("scale output", "It doesn't scale the output.")]
    [InlineData("scale output", "It dont scale the output.")]
    [InlineData("scale output", "The output passes without scaling.")]
    [InlineData("scale output", "Nobody scales the output.")]
    [InlineData("scale output !softmax", "The softmax scales the output.")]
    [InlineData("scale no:train", "It is scaled and trained.")]
    [InlineData("train>test", "The test comes before we train.")]
    [InlineData("bias>overfit", "Overfitting and bias")]
    [InlineData("\"weight decay\"", "decay of the weight")]
    [InlineData("\"weight decay\"", "the weight one two three decay")]
    [InlineData("scale output", "It scales. FAR The output.")] // farther than two sentences
    [InlineData("@zero-out @zero-out", "It is set to zero.")] // one find cannot fill two slots
    public void Best_NotSaid_IsNotMet(string cue, string text) =>
        Assert.False(CueGrading.IsMet(cue, text.Replace("FAR", "A thing about how this is done in practice by many people whom I have met over time. And one more thing that we should all remember and then write down somewhere, as I do.", StringComparison.Ordinal)));

    [Theory]
    [InlineData("train~low validation~high", "The training error is low and the validation error is high.", true)]
    [InlineData("train~low validation~high", "The training error is high, the validation error is low.", false)]
    [InlineData("train~low validation~high", "The training error is high and the validation error is low.", false)]
    [InlineData("bias~underfit", "High bias means underfitting.", true)]
    [InlineData("bias~underfit", "High bias means overfitting, and high variance means underfitting.", false)]
    public void Best_Near_TellsWhatBelongsToWhat(string cue, string text, bool met) => Assert.Equal(met, CueGrading.IsMet(cue, text));

    [Theory]
    [InlineData("#0.5", "p = 0.5")]
    [InlineData("#0.5", "p=.5")]
    [InlineData("#0.5", "half of them")]
    [InlineData("#0.5", "50 % of them")]
    [InlineData("#0.5", "fifty percent of them")]
    [InlineData("#0.5", "1/2 of them")]
    [InlineData("#0.5", "zero point five")]
    [InlineData("#0.5", "½")]
    [InlineData("#0.37", "thirty-seven per cent remain")]
    [InlineData("#37", "37 percent remain")]
    [InlineData("#0.001", "lr of 1e-3")]
    [InlineData("#0.001", "lr of 10^-3")]
    [InlineData("#0.001", "lr of 10^{-3}")]
    [InlineData("#24832", "24,832 parameters")]
    [InlineData("#0.1..0.3", "a rate of 0.2")]
    [InlineData("#5000", "5k features")]
    [InlineData("#1100", "one thousand one hundred")]
    public void Best_Number_IsFoundInEverySpelling(string cue, string text) => Assert.True(CueGrading.IsMet(cue, text));

    [Theory]
    [InlineData("#0.5", "0.55")]
    [InlineData("#0.5", "5 of them")]
    [InlineData("#0.1..0.3", "a rate of 0.31")]
    [InlineData("#0.5", "version 10.5")]
    public void Best_OtherNumber_IsNotFound(string cue, string text) => Assert.False(CueGrading.IsMet(cue, text));

    [Theory]
    [InlineData("{1/(1-p)}", "scaled by 1/(1-p)")]
    [InlineData("{1/(1-p)}", "scaled by 1 / (1 − p)")]
    [InlineData("{1/(1-p)}", "scaled by \\frac{1}{1-p}")]
    [InlineData("{1/(1-p)}", "scaled by one over one minus p")]
    [InlineData("{beta1*m}", "β₁·m + (1-β₁)·g")]
    [InlineData("{beta1*m}", "\\beta_1 m + (1-\\beta_1) g")]
    [InlineData("{c_t = f*c_(t-1) + i*g}", "c_t = f ⊙ c_{t−1} + i ⊙ g")]
    [InlineData("{x^2}", "x²")]
    [InlineData("{x^2}", "x**2")]
    [InlineData("{x^2}", "x squared")]
    [InlineData("{m/(sqrt(v)+eps)}", "m / (√v + eps)")]
    public void Best_Formula_IsFoundInEverySpelling(string cue, string text) => Assert.True(CueGrading.IsMet(cue, text));

    [Theory]
    [InlineData("{1/(1-p)}", "scaled by 1-p")]
    [InlineData("{1/(1-p)}", "1/(1+p)")]
    [InlineData("{x^2}", "x^3")]
    public void Best_OtherFormula_IsNotFound(string cue, string text) => Assert.False(CueGrading.IsMet(cue, text));
}
