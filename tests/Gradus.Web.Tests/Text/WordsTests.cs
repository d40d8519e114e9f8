using Gradus.Web.Text;

namespace Gradus.Web.Tests.Text;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(new DateTime(2026, 6, 15, 12, 0, 0, DateTimeKind.Local));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(1, "1 minute ago")]
    [InlineData(59, "59 minutes ago")]
    [InlineData(180, "3 hours ago")]
    [InlineData(13 * 60, "yesterday")]
    [InlineData(3 * 1440, "3 days ago")]
    [InlineData(30 * 1440, "16 May 2026")]
    public void Ago_Minutes_AreWords(int minutes, string words) => Assert.Equal(words, When.Ago(Now.AddMinutes(-minutes), Now));

    [Theory]
    [InlineData(-10, "now")]
    [InlineData(10, "in 10 minutes")]
    [InlineData(300, "later today")]
    [InlineData(1440, "tomorrow")]
    [InlineData(12 * 1440, "in 12 days")]
    [InlineData(90 * 1440, "in 3 months")]
    public void Until_Minutes_AreWords(int minutes, string words) => Assert.Equal(words, When.Until(Now.AddMinutes(minutes), Now));

    [Theory]
    [InlineData(10, "10 min")]
    [InlineData(1440, "1 day")]
    [InlineData(1440 * 61, "2 months")]
    [InlineData(1440 * 731, "2 years")]
    public void Interval_Minutes_AreShort(int minutes, string words) => Assert.Equal(words, When.Interval(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(-12.3456, "-12.35")]
    [InlineData(0.00001234, "1.234e-5")]
    [InlineData(1234567, "1.235e6")]
    [InlineData(double.NaN, "not defined")]
    public void Number_AnySize_HasFourFigures(double value, string text) => Assert.Equal(text, Names.Number(value));

    [Fact]
    public void Code_Render_ColoursAndEncodes() =>
        Assert.Equal("<code><span class=\"keyword\">if</span> (a &lt; <span class=\"literal\">1.5</span>) { Log(<span class=\"string\">&quot;&lt;b&gt;&quot;</span>); } <span class=\"comment\">// if &amp;</span></code>", CodeText.Render("if (a < 1.5) { Log(\"<b>\"); } // if &").Value);
}
