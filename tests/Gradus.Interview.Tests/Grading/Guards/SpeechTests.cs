using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading.Guards;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("so the the uh the loss um it goes goes down", "so the loss it goes down")]
    [InlineData("a a tumor, a a patient", "a tumor , a patient")]
    [InlineData("2 2 2", "2 2 2")]
    [InlineData("um uh", "")]
    public void Fluent_Speech_LosesHesitation(string spoken, string fluent) =>
        Assert.Equal(fluent, string.Join(' ', Speech.Fluent(Tokenizer.Tokens(spoken)).Select(token => token.Form)));
}
