using System.Globalization;
using System.Text;
using System.Xml;

namespace Gradus.Hosting.Figures;

/// <summary>Writes SVG elements: well-formed whatever the text, the same bytes on every machine.</summary>
internal sealed class SvgCanvas : IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _writer;

    public SvgCanvas() => _writer = XmlWriter.Create(_text, new XmlWriterSettings
    {
        OmitXmlDeclaration = true,
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        ConformanceLevel = ConformanceLevel.Document,
    });

    /// <summary>A coordinate with one decimal at most.</summary>
    public static string Number(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Opens an element with attributes given as name, value, name, value.</summary>
    public void Open(string name, params ReadOnlySpan<string> attributes)
    {
        _writer.WriteStartElement(name, "http://www.w3.org/2000/svg");
        for (int index = 0; index < attributes.Length; index += 2)
        {
            _writer.WriteAttributeString(attributes[index], Clean(attributes[index + 1]));
        }
    }

    /// <summary>Closes the element that was opened last.</summary>
    public void Close() => _writer.WriteEndElement();

    /// <summary>Writes an element without content.</summary>
    public void Shape(string name, params ReadOnlySpan<string> attributes)
    {
        Open(name, attributes);
        Close();
    }

    /// <summary>Writes an element that holds text.</summary>
    public void Words(string name, string text, params ReadOnlySpan<string> attributes)
    {
        Open(name, attributes);
        _writer.WriteString(Clean(text));
        Close();
    }

    /// <summary>The document so far.</summary>
    public override string ToString()
    {
        _writer.Flush();
        return _text.ToString();
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Replaces what XML cannot hold: control characters and halves of surrogate pairs.</summary>
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value is >= 0x20 or '\t' or '\n' && rune.Value is not (0xFFFE or 0xFFFF) ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }
}
