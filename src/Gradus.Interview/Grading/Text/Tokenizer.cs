using System.Runtime.CompilerServices;
using System.Text;

namespace Gradus.Interview.Grading.Text;

/// <summary>Cuts text into words, numbers, operators and stops, with their places, one spelling for what formulas, LaTeX and Unicode write differently.</summary>
internal sealed class Tokenizer
{
    private const int MaximumDepth = 12;
    private readonly string _text;
    private readonly List<Token> _tokens = [];

    private Tokenizer(string text) => _text = text;

    /// <summary>The tokens of a text.</summary>
    public static Token[] Tokens(string text)
    {
        Tokenizer tokenizer = new(text);
        tokenizer.Scan(0, text.Length, 0);
        return [.. tokenizer._tokens];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(int at, int end, int depth)
    {
        while (at < end)
        {
            char c = _text[at];
            at = c switch
            {
                '\n' => Emit(TokenKind.Stop, "\n", at, at + 1),
                '\\' => Command(at, end, depth),
                _ when char.IsAsciiDigit(c) || (c == '.' && at + 1 < end && char.IsAsciiDigit(_text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(_text[at - 1]))) => Number(at, end),
                _ when char.IsLetter(c) && Characters.NameOf(c) is null => Word(at, end),
                _ => Sign(at, end),
            };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Word(int at, int end)
    {
        int start = at;
        StringBuilder form = new();
        while (at < end && (IsLetter(_text[at]) || IsInnerApostrophe(at, end)))
        {
            form.Append(_text[at] is '’' or '‘' ? '\'' : char.ToLowerInvariant(_text[at]));
            at++;
        }

        Contractions.Split(form.ToString(), out string word, out string? second);
        Emit(TokenKind.Word, word, start, at);
        if (second is not null)
        {
            Emit(TokenKind.Word, second, start, at);
        }

        return at;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) && Characters.NameOf(c) is null;

    private bool IsInnerApostrophe(int at, int end) => _text[at] is '\'' or '’' or '‘' && at + 1 < end && IsLetter(_text[at + 1]);

    private int Number(int at, int end)
    {
        int start = at;
        StringBuilder form = new();
        while (at < end)
        {
            char c = _text[at];
            bool next = at + 1 < end && char.IsAsciiDigit(_text[at + 1]);
            bool thousands = c == ',' && at + 3 < end && next && char.IsAsciiDigit(_text[at + 2]) && char.IsAsciiDigit(_text[at + 3]) && !(at + 4 < end && char.IsAsciiDigit(_text[at + 4])) && !form.ToString().Contains('.', StringComparison.Ordinal);
            if (char.IsAsciiDigit(c) || (c == '.' && next && !form.ToString().Contains('.', StringComparison.Ordinal)))
            {
                form.Append(c);
            }
            else if (c is 'e' or 'E' && at + 1 < end && (next || (_text[at + 1] is '-' or '+' or '−' && at + 2 < end && char.IsAsciiDigit(_text[at + 2]))))
            {
                form.Append('e').Append(_text[at + 1] == '−' ? '-' : _text[at + 1]);
                at++;
            }
            else if (!thousands)
            {
                break;
            }

            at++;
        }

        string text = form.ToString();
        return Emit(TokenKind.Number, text[0] == '.' ? "0" + text : text, start, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Sign(int at, int end)
    {
        char c = _text[at];
        if (Characters.NameOf(c) is { } name)
        {
            return Emit(TokenKind.Word, name, at, at + 1);
        }

        if (Characters.OperatorOf(c) is { } plain)
        {
            return Emit(TokenKind.Symbol, plain, at, at + 1);
        }

        if (c is '½' or '¼' or '¾')
        {
            return Emit(TokenKind.Number, c == '½' ? "0.5" : c == '¼' ? "0.25" : "0.75", at, at + 1);
        }

        if (Characters.Superscript(c) is >= 0 and int power)
        {
            Emit(TokenKind.Symbol, "^", at, at + 1);
            return Emit(TokenKind.Number, power.ToString(System.Globalization.CultureInfo.InvariantCulture), at, at + 1);
        }

        if (Characters.Subscript(c) is >= 0 and int index)
        {
            return Emit(TokenKind.Number, index.ToString(System.Globalization.CultureInfo.InvariantCulture), at, at + 1);
        }

        char next = at + 1 < end ? _text[at + 1] : ' ';
        switch (c)
        {
            case '-' or '=' when next == '>':
                return Emit(TokenKind.Symbol, "->", at, at + 2);
            case '*' when next == '*':
                return Emit(TokenKind.Symbol, "^", at, at + 2);
            case '<' or '>' or '!' when next == '=':
                return Emit(TokenKind.Symbol, c + "=", at, at + 2);
            case '+' or '*' or '/' or '=' or '^' or '<' or '>' or '(' or ')' or '[' or ']' or '{' or '}' or '%' or '~' or '_' or '|' or '@' or '$':
                return Emit(TokenKind.Symbol, c.ToString(), at, at + 1);
            case '-':
                return Hyphen(at, end);
            case '–' or '—':
                return Emit(TokenKind.Stop, ",", at, at + 1);
            case '…':
                return Emit(TokenKind.Stop, ".", at, at + 1);
            case '.':
                // A dot inside code or a name ("model.eval") ends nothing.
                return char.IsLetterOrDigit(next) && at > 0 && char.IsLetterOrDigit(_text[at - 1]) ? at + 1 : Emit(TokenKind.Stop, ".", at, at + 1);
            case ',' or ';' or ':' or '!' or '?':
                return Emit(TokenKind.Stop, c.ToString(), at, at + 1);
            default:
                return at + 1;
        }
    }

    private int Hyphen(int at, int end)
    {
        bool before = at > 0 && char.IsLetter(_text[at - 1]);
        bool after = at + 1 < end && char.IsLetter(_text[at + 1]);
        bool joins = before && after && (WordLength(at - 1, -1, end) > 1 || WordLength(at + 1, 1, end) > 1);
        if (joins)
        {
            return at + 1;
        }

        bool dash = at > 0 && char.IsWhiteSpace(_text[at - 1]) && at + 1 < end && char.IsWhiteSpace(_text[at + 1]) && (WordLength(at - 2, -1, end) > 2 || WordLength(at + 2, 1, end) > 2);
        return dash ? Emit(TokenKind.Stop, ",", at, at + 1) : Emit(TokenKind.Symbol, "-", at, at + 1);
    }

    private int WordLength(int at, int step, int end)
    {
        int length = 0;
        for (; at >= 0 && at < end && char.IsLetter(_text[at]); at += step)
        {
            length++;
        }

        return length;
    }

    private int Command(int at, int end, int depth)
    {
        int start = at++;
        while (at < end && char.IsAsciiLetter(_text[at]))
        {
            at++;
        }

        string name = _text[(start + 1)..at];
        if (name is "frac" or "dfrac" or "tfrac" && depth < MaximumDepth && Group(at, end) is { } top && Group(top.Close + 1, end) is { } bottom)
        {
            Scan(top.Open + 1, top.Close, depth + 1);
            Emit(TokenKind.Symbol, "/", top.Close, top.Close + 1);
            Scan(bottom.Open + 1, bottom.Close, depth + 1);
            return bottom.Close + 1;
        }

        string meaning = Characters.CommandOf(name);
        if (meaning.Length > 0 && at > start + 1)
        {
            Emit(char.IsLetter(meaning[0]) ? TokenKind.Word : TokenKind.Symbol, meaning.ToLowerInvariant(), start, at);
        }

        return at;
    }

    private (int Open, int Close)? Group(int at, int end)
    {
        while (at < end && _text[at] == ' ')
        {
            at++;
        }

        if (at >= end || _text[at] != '{')
        {
            return null;
        }

        int open = at;
        int level = 0;
        for (; at < end; at++)
        {
            level += _text[at] == '{' ? 1 : _text[at] == '}' ? -1 : 0;
            if (level == 0)
            {
                return (open, at);
            }
        }

        return null;
    }

    private int Emit(TokenKind kind, string form, int start, int end)
    {
        _tokens.Add(new Token(kind, form, kind == TokenKind.Word ? Stemmer.Stem(form) : form, start, end));
        return end;
    }
}
