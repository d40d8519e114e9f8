using System.Text;
using System.Text.Encodings.Web;

namespace Gradus.Web.Text;

/// <summary>
/// Formulas as question files write them (<c>dW = X^T G</c>, <c>p_k = exp(z_k) / sum_j exp(z_j)</c>) as MathML. The files stay readable as they are, and a reader of
/// the page sees a formula; what is no formula stays code.
/// </summary>
internal sealed class FormulaText
{
    private const int Longest = 200;
    private const int LongestWordBelow = 5;

    private static readonly Dictionary<string, string> Letters = new (string Written, string Shown)[]
    {
        ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("eps", "ε"), ("theta", "θ"), ("lambda", "λ"), ("mu", "μ"), ("pi", "π"), ("rho", "ρ"),
        ("sigma", "σ"), ("tau", "τ"), ("phi", "φ"), ("Phi", "Φ"), ("omega", "ω"), ("yhat", "ŷ"), ("grad", "∇"), ("sum", "∑"),
    }.ToDictionary(letter => letter.Written, letter => letter.Shown, StringComparer.Ordinal);

    private static readonly (string Written, string Shown)[] Operators =
    [
        ("<-", "←"), ("->", "→"), ("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("+-", "±"), ("=", "="), ("+", "+"), ("-", "−"), ("*", "·"), ("/", "/"), ("<", "<"), (">", ">"), (",", ","), ("|", "|"), ("~", "~"), ("'", "′"),
    ];

    private readonly string _text;
    private readonly StringBuilder _math = new();
    private int _at;
    private bool _isFormula;

    private FormulaText(string text) => _text = text;

    /// <summary>A text as MathML, or null where it is no formula.</summary>
    public static string? Render(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        FormulaText formula = new(text);
        bool one = text.Length == 1 && char.IsAsciiLetter(text[0]);
        return formula.Row(closing: '\0') && formula._at == text.Length && (formula._isFormula || one || Letters.ContainsKey(text))
            ? $"<math alttext=\"{HtmlEncoder.Default.Encode(text)}\"><mrow>{formula._math}</mrow></math>"
            : null;
    }

    /// <summary>Reads up to a closing bracket or the end.</summary>
    private bool Row(char closing)
    {
        while (true)
        {
            Skip();
            if (_at == _text.Length)
            {
                return closing == '\0';
            }

            if (_text[_at] == closing)
            {
                _at++;
                return true;
            }

            if (!Part())
            {
                return false;
            }
        }
    }

    private bool Part()
    {
        int start = _math.Length;
        int word = 0;
        char first = _text[_at];
        if (char.IsAsciiLetter(first))
        {
            int from = _at;
            if (!Word())
            {
                return false;
            }

            word = _at - from;
        }
        else if (char.IsAsciiDigit(first))
        {
            Number();
        }
        else if (first == '(')
        {
            if (!Bracket())
            {
                return false;
            }
        }
        else
        {
            return Operator();
        }

        return Scripts(start, word);
    }

    /// <summary>What stands below or above the part that was written last.</summary>
    private bool Scripts(int start, int word)
    {
        string? below = null;
        string? above = null;
        while (_at < _text.Length && _text[_at] is '_' or '^' && _at < _text.Length)
        {
            bool lower = _text[_at++] == '_';
            int from = _at;
            int begin = _math.Length;
            if (!Script())
            {
                return false;
            }

            // pos_weight and weight_decay are names of a library, not letters with an index.
            if (lower && word > 1 && _at - from >= LongestWordBelow && char.IsAsciiLetter(_text[from]))
            {
                return false;
            }

            string script = _math.ToString(begin, _math.Length - begin);
            _math.Length = begin;
            (below, above) = lower ? (script, above) : (below, script);
            _isFormula = true;
        }

        if (below is not null || above is not null)
        {
            string part = _math.ToString(start, _math.Length - start);
            string name = below is null ? "msup" : above is null ? "msub" : "msubsup";
            _math.Length = start;
            _math.Append('<').Append(name).Append("><mrow>").Append(part).Append("</mrow>");
            foreach (string? script in (ReadOnlySpan<string?>)[below, above])
            {
                if (script is not null)
                {
                    _math.Append("<mrow>").Append(script).Append("</mrow>");
                }
            }

            _math.Append("</").Append(name).Append('>');
        }

        return true;
    }

    private bool Script()
    {
        if (_at == _text.Length)
        {
            return false;
        }

        if (_text[_at] == '(')
        {
            _at++;
            return Row(')');
        }

        if (_text[_at] == '-')
        {
            _math.Append("<mo>−</mo>");
            _at++;
        }

        if (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            Number();
            return true;
        }

        return _at < _text.Length && char.IsAsciiLetter(_text[_at]) && Word();
    }

    private bool Word()
    {
        int from = _at;
        while (_at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        string word = _text[from.._at];
        if (word == "sqrt" && _at < _text.Length && _text[_at] == '(')
        {
            _at++;
            _math.Append("<msqrt>");
            bool closed = Row(')');
            _math.Append("</msqrt>");
            _isFormula = true;
            return closed;
        }

        if (_at + 1 < _text.Length && _text[_at] == '(' && _text[_at + 1] == ')')
        {
            return false;
        }

        string shown = Letters.GetValueOrDefault(word, word);
        _isFormula |= _at < _text.Length && _text[_at] == '(';
        _math.Append(shown is "∑" or "∇" ? "<mo>" + shown + "</mo>" : shown.Length == 1 ? $"<mi>{shown}</mi>" : $"<mi class=\"word\">{shown}</mi>");
        return true;
    }

    private void Number()
    {
        int from = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || (_text[_at] is '.' or ',' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))))
        {
            _at++;
        }

        _math.Append("<mn>").Append(_text, from, _at - from).Append("</mn>");
    }

    private bool Bracket()
    {
        _at++;
        _math.Append("<mrow><mo stretchy=\"false\">(</mo>");
        bool closed = Row(')');
        _math.Append("<mo stretchy=\"false\">)</mo></mrow>");
        return closed;
    }

    private bool Operator()
    {
        // A tag of HTML or XML is code.
        if (_text[_at] == '<' && _at + 1 < _text.Length && (char.IsAsciiLetter(_text[_at + 1]) || _text[_at + 1] is '/' or '!'))
        {
            return false;
        }

        foreach ((string written, string shown) in Operators)
        {
            if (string.CompareOrdinal(_text, _at, written, 0, written.Length) == 0)
            {
                _at += written.Length;
                _math.Append(shown is "|" or "/" ? "<mo stretchy=\"false\">" : "<mo>").Append(shown switch { "<" => "&lt;", ">" => "&gt;", _ => shown }).Append("</mo>");
                _isFormula = true;
                return true;
            }
        }

        return false;
    }

    private void Skip()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }
}
