using Gradus.Hosting.Exchange.Anki;

namespace Gradus.Hosting.Tests.Exchange.Anki;

public sealed class AnkiTemplateTests
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal) { ["Front"] = "What is <b>Adam</b>?", ["Back"] = "An {{Front}} optimizer", ["Extra"] = "" };

    [Theory]
    [InlineData("{{Front}}", "What is Adam?")]
    [InlineData("{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}", "An {{Front}} optimizer")]
    [InlineData("{{#Extra}}hidden {{/Extra}}{{text:Front}}", "hidden What is Adam?")]
    [InlineData("{{unknown}}{{Front", "{{Front")]
    [InlineData("<script>{{Front}}</script>", "")]
    [InlineData("no field", "no field")]
    public void Render_Template_IsFilledInAndNotRun(string template, string text) => Assert.Equal(text, AnkiTemplate.Render(template, Fields));

    [Theory]
    [InlineData(1, "The [...] of ReLU is zero below 0.")]
    [InlineData(2, "The gradient of [which unit?] is zero below 0.")]
    [InlineData(3, "The gradient of ReLU is zero below 0.")]
    public void Cloze_Number_HidesThatOneAlone(long number, string front)
    {
        (string asked, string whole) = AnkiTemplate.Cloze("The {{c1::gradient}} of {{c2::<i>ReLU</i>::which unit?}} is zero below 0.", number);

        Assert.Equal((front, "The gradient of ReLU is zero below 0."), (asked, whole));
    }
}
