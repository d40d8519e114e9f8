using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Guards;

public sealed class EchoTests
{
    private const string Question = "Your classifier is too sure. Which repair would you try, and on which data is it fitted?";

    [Theory]
    [InlineData("Your classifier is too sure.", false)]
    [InlineData("Which repair would you try, and on which data is it fitted?", false)]
    [InlineData("I would fit a temperature on validation data.", true)]
    [InlineData("It is sure.", true)]
    [InlineData("Validation data.", true)]
    [InlineData("Which repair.", true)]
    [InlineData("...", true)]
    public void Own_Sentence_IsWhatTheQuestionDidNotSay(string sentence, bool own) =>
        Assert.Equal([own], new Echo([Question], Vocabulary.Empty).Own(new AnalysedText(sentence, Vocabulary.Empty)));
}
