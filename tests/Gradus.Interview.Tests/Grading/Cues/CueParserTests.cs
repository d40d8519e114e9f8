using Gradus.Interview.Grading.Cues;

namespace Gradus.Interview.Tests.Grading.Cues;

public sealed class CueParserTests
{
    [Fact]
    public void Parse_EverySlotForm_IsRead()
    {
        Cue? cue = CueParser.Parse("scale \"weight decay\" a|b|\"c d\"|@e !x no:y ?z|w a|b>c #0.5 #0.1..0.3 {1/(1-p)} low~error", out IReadOnlyList<CueError> errors);

        Assert.Empty(errors);
        Assert.Equal(
            [SlotDemand.Present, SlotDemand.Present, SlotDemand.Present, SlotDemand.Absent, SlotDemand.Denied, SlotDemand.Optional, SlotDemand.Present, SlotDemand.Present, SlotDemand.Present, SlotDemand.Present, SlotDemand.Present],
            cue!.Slots.Select(slot => slot.Demand));
        Assert.Equal([CueTermKind.Word, CueTermKind.Word, CueTermKind.Phrase, CueTermKind.Concept], cue.Slots[2].Parts[0].Select(term => term.Kind));
        Assert.Equal(SlotRelation.Before, cue.Slots[6].Relation);
        Assert.Equal([2, 1], cue.Slots[6].Parts.Select(part => part.Count));
        Assert.Equal((0.1, 0.3), (cue.Slots[8].Parts[0][0].Low, cue.Slots[8].Parts[0][0].High));
        Assert.Equal("1/(1-p)", cue.Slots[9].Parts[0][0].Text);
        Assert.Equal(SlotRelation.Near, cue.Slots[10].Relation);
    }

    [Theory]
    [InlineData("", 1, "demands nothing")]
    [InlineData("!a ?b", 1, "demands nothing")]
    [InlineData("a| b", 3, "missing here")]
    [InlineData("a>", 3, "missing here")]
    [InlineData("a \"b c", 3, "closing \"")]
    [InlineData("a {b", 3, "closing }")]
    [InlineData("#x", 1, "needed a number")]
    [InlineData("#3..1", 1, "needed a number")]
    [InlineData("a @ b", 3, "name of a concept")]
    [InlineData("no:a>b", 1, "'no:' takes")]
    [InlineData("a>b~c", 4, "cannot be mixed")]
    [InlineData("\"\"", 1, "nothing stands")]
    [InlineData("a\"b\"", 2, "separated by a space")]
    [InlineData("+|b", 1, "needed a word")]
    [InlineData("||b", 1, "missing here")]
    public void Parse_Fault_NamesItsColumn(string text, int column, string message)
    {
        Cue? cue = CueParser.Parse(text, out IReadOnlyList<CueError> errors);

        Assert.Null(cue);
        Assert.Contains(errors, error => error.Column == column && error.Message.Contains(message, StringComparison.Ordinal));
    }
}
