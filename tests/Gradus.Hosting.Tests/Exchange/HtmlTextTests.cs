using Gradus.Hosting.Exchange;

namespace Gradus.Hosting.Tests.Exchange;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a<br>b<br/>c", "a\nb\nc")]
    [InlineData("<div>one</div><div>two</div>", "one\ntwo")]
    [InlineData("<p>one</p>\n<p>two</p>", "one\n \ntwo")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\ntwo")]
    [InlineData("a &lt; b &amp;&nbsp;c &#233;", "a < b & c é")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<b>bo</b>ld", "bold")]
    [InlineData("<script>alert('</b>')</script>x", "x")]
    [InlineData("<SCRIPT src=x>y</ScRiPt >z", "z")]
    [InlineData("<script>never closed", "")]
    [InlineData("<img src=\"a>b\" onerror='x'>after", "after")]
    [InlineData("<style>b{}</style><iframe srcdoc='<b>'></iframe>t", "t")]
    [InlineData("<!-- <b>x</b> -->y", "y")]
    [InlineData("&lt;script&gt;shown as text&lt;/script&gt;", "<script>shown as text</script>")]
    [InlineData("one [sound:a.mp3] two [sound:b", "one  two")]
    public void From_Html_IsItsText(string html, string text) => Assert.Equal(text, HtmlText.From(html));

    [Theory]
    [InlineData("a < b & c > d \"e\" 'f'")]
    [InlineData("two\nlines\n\nand more")]
    [InlineData("<script>alert(1)</script> &amp; é 😀")]
    public void From_ShownText_IsTheText(string text) => Assert.Equal(text, HtmlText.From(HtmlText.Show(text)));
}
