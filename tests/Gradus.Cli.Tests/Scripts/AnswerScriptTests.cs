using Gradus.Cli.Scripts;

namespace Gradus.Cli.Tests.Scripts;

public sealed class AnswerScriptTests
{
    [Fact]
    public void Answer_NamedAndOrderedBlocks_ServesEachAsTheContractSays()
    {
        AnswerScript script = AnswerScript.Parse("first\nline two\n---\n@dropout\nabout dropout\n---\n@dropout+\nfollow\n---\n\nsecond\n", "a.txt");

        Assert.Equal("about dropout", script.Answer("dropout", followUp: false));
        Assert.Equal("first\nline two", script.Answer("adam", followUp: false));
        Assert.Equal("follow", script.Answer("dropout", followUp: true));
        Assert.Equal("second", script.Answer("adam", followUp: true));
        Assert.Null(script.Answer("lstm", followUp: false));
        Assert.Equal("about dropout", script.Answer("dropout", followUp: false));
    }

    [Fact]
    public void Parse_EmptyFile_AnswersNothing() => Assert.Null(AnswerScript.Parse("\n---\n \n", "a.txt").Answer("adam", followUp: false));

    [Theory]
    [InlineData("x\n---\n@a b\ny", "a.txt:3: '@a b' names no question; write @ID, or @ID+ for its follow-up.")]
    [InlineData("@a\ny\n---\n\n@a\nz", "a.txt:5: '@a' has an answer already; keep one block a question.")]
    public void Parse_BadHead_NamesFileAndLine(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => AnswerScript.Parse(text, "a.txt")).Message);
}
