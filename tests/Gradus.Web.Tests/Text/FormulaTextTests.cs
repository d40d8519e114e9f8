using System.Xml.Linq;
using Gradus.Interview.Questions;
using Gradus.Testing;
using Gradus.Web.Text;

namespace Gradus.Web.Tests.Text;

public sealed class FormulaTextTests
{
    [Theory]
    [InlineData("2^-20", "<msup><mrow><mn>2</mn></mrow><mrow><mo>−</mo><mn>20</mn></mrow></msup>")]
    [InlineData("p_t", "<msub><mrow><mi>p</mi></mrow><mrow><mi>t</mi></mrow></msub>")]
    [InlineData("fan_in", "<msub><mrow><mi class=\"word\">fan</mi></mrow><mrow><mi class=\"word\">in</mi></mrow></msub>")]
    [InlineData("lambda w^2", "<mi>λ</mi><msup><mrow><mi>w</mi></mrow><mrow><mn>2</mn></mrow></msup>")]
    [InlineData("sqrt(d)", "<msqrt><mi>d</mi></msqrt>")]
    [InlineData("h_(t-1)", "<msub><mrow><mi>h</mi></mrow><mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow></msub>")]
    [InlineData("512 * 5 = 2,565", "<mn>512</mn><mo>·</mo><mn>5</mn><mo>=</mo><mn>2,565</mn>")]
    [InlineData("k", "<mi>k</mi>")]
    [InlineData("alpha", "<mi>α</mi>")]
    public void Render_Formula_IsMathMl(string text, string expected)
    {
        string math = FormulaText.Render(text)!;

        Assert.Contains(expected, math, StringComparison.Ordinal);
        Assert.StartsWith("<math alttext=\"", math, StringComparison.Ordinal);
        XElement.Parse(math);
    }

    [Theory]
    [InlineData("model.eval()")]
    [InlineData("nn.Dropout")]
    [InlineData("pos_weight")]
    [InlineData("weight_decay")]
    [InlineData("from_logits=True")]
    [InlineData("fit")]
    [InlineData("evaluate")]
    [InlineData("loss.backward();")]
    [InlineData("(x + 1")]
    [InlineData("x_")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("zero_grad()")]
    public void Render_NoFormula_StaysCode(string text) => Assert.Null(FormulaText.Render(text));

    [Fact]
    public void Render_AnyCodeOfTheBank_IsWellFormedOrCode()
    {
        Bank bank = Bank.Load(RepositoryRoot.Combine("bank"));
        string[] spans = [.. bank.Questions.SelectMany(question => $"{question.Ask} {question.ModelAnswer}".Split('`').Where((_, i) => i % 2 == 1)).Distinct()];

        string[] formulas = [.. spans.Select(FormulaText.Render).OfType<string>()];

        Assert.True(formulas.Length > 100);
        Assert.All(formulas, formula => XElement.Parse(formula));
    }
}
