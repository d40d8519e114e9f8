using System.Globalization;

namespace Gradus.Interview.Grading.Cues;

/// <summary>Reads the cue language of docs/guide/add-a-question.md.</summary>
internal sealed class CueParser
{
    private readonly string _text;
    private readonly List<CueError> _errors = [];
    private int _at;

    private CueParser(string text) => _text = text;

    /// <summary>Reads a cue.</summary>
    /// <param name="text">The cue as written.</param>
    /// <param name="errors">What is wrong with it; then the result is null.</param>
    public static Cue? Parse(string text, out IReadOnlyList<CueError> errors)
    {
        CueParser parser = new(text);
        List<CueSlot> slots = parser.Slots();
        if (parser._errors.Count == 0 && !slots.Exists(slot => slot.Demand is SlotDemand.Present or SlotDemand.Denied))
        {
            parser._errors.Add(new CueError(1, "the cue demands nothing: it needs at least one slot without '!' and '?'"));
        }

        errors = parser._errors;
        return errors.Count == 0 ? new Cue(text, slots) : null;
    }

    private List<CueSlot> Slots()
    {
        List<CueSlot> slots = [];
        SkipSpace();
        while (_at < _text.Length)
        {
            int start = _at;
            SlotDemand demand = Demand();
            List<IReadOnlyList<CueTerm>> parts = [Alternatives()];
            SlotRelation relation = SlotRelation.None;
            while (_at < _text.Length && _text[_at] is '>' or '~')
            {
                SlotRelation next = _text[_at] == '>' ? SlotRelation.Before : SlotRelation.Near;
                if (relation != SlotRelation.None && relation != next)
                {
                    Fail(_at, "'>' and '~' cannot be mixed in one slot; write two slots");
                }

                relation = next;
                _at++;
                parts.Add(Alternatives());
            }

            if (demand == SlotDemand.Denied && relation != SlotRelation.None)
            {
                Fail(start, "'no:' takes alternatives without '>' or '~'");
            }

            slots.Add(new CueSlot(demand, relation, parts, _text[start.._at]));
            if (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
            {
                Fail(_at, $"'{_text[_at]}' is not expected here; slots are separated by a space");
                _at++;
            }

            SkipSpace();
        }

        return slots;
    }

    private SlotDemand Demand()
    {
        if (_text[_at] == '!')
        {
            _at++;
            return SlotDemand.Absent;
        }

        if (_text[_at] == '?')
        {
            _at++;
            return SlotDemand.Optional;
        }

        if (string.CompareOrdinal(_text, _at, "no:", 0, 3) == 0)
        {
            _at += 3;
            return SlotDemand.Denied;
        }

        return SlotDemand.Present;
    }

    private List<CueTerm> Alternatives()
    {
        List<CueTerm> terms = [];
        while (true)
        {
            if (Term() is { } term)
            {
                terms.Add(term);
            }

            if (_at >= _text.Length || _text[_at] != '|')
            {
                return terms;
            }

            _at++;
        }
    }

    private CueTerm? Term()
    {
        // "no:a|no:b" says the same as "no:a|b".
        if (string.CompareOrdinal(_text, _at, "no:", 0, 3) == 0)
        {
            _at += 3;
        }

        int start = _at;
        if (_at >= _text.Length || char.IsWhiteSpace(_text[_at]) || _text[_at] is '|' or '>' or '~')
        {
            Fail(_at, "a word, \"phrase\", @concept, #number or {formula} is missing here");
            return null;
        }

        switch (_text[_at])
        {
            case '"':
                return Enclosed(CueTermKind.Phrase, '"');
            case '{':
                return Enclosed(CueTermKind.Formula, '}');
            case '#':
                return Number();
            case '@':
                _at++;
                string name = Bare();
                if (name.Length == 0)
                {
                    Fail(start, "'@' needs the name of a concept of the lexicon");
                }

                return new CueTerm(CueTermKind.Concept, name, 0, 0, start + 1);
            default:
                string word = Bare();
                if (word.Length == 0 || !word.Any(char.IsLetterOrDigit))
                {
                    Fail(start, $"got '{_text[start]}', needed a word, \"phrase\", @concept, #number or {{formula}}");
                    _at = Math.Max(_at, start + 1);
                    return null;
                }

                return new CueTerm(CueTermKind.Word, word, 0, 0, start + 1);
        }
    }

    private CueTerm? Enclosed(CueTermKind kind, char close)
    {
        int start = _at;
        int end = _text.IndexOf(close, start + 1);
        if (end < 0)
        {
            Fail(start, $"the closing {close} is missing");
            _at = _text.Length;
            return null;
        }

        string inner = _text[(start + 1)..end].Trim();
        _at = end + 1;
        if (inner.Length == 0)
        {
            Fail(start, $"nothing stands between {_text[start]} and {close}");
            return null;
        }

        return new CueTerm(kind, inner, 0, 0, start + 1);
    }

    private CueTerm? Number()
    {
        int start = _at++;
        string text = Bare();
        int range = text.IndexOf("..", StringComparison.Ordinal);
        string lowText = range < 0 ? text : text[..range];
        string highText = range < 0 ? text : text[(range + 2)..];
        if (!Value(lowText, out double low) || !Value(highText, out double high) || low > high)
        {
            Fail(start, $"got '#{text}', needed a number such as #0.5 or a range such as #0.1..0.3");
            return null;
        }

        return new CueTerm(CueTermKind.Number, text, low, high, start + 1);
    }

    private static bool Value(string text, out double value)
    {
        bool percent = text.EndsWith('%');
        bool read = double.TryParse(percent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value = percent ? value / 100 : value;
        return read && double.IsFinite(value);
    }

    private string Bare()
    {
        int start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('|' or '>' or '~' or '"' or '{' or '}' or '@' or '!' or '?'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private void Fail(int at, string message) => _errors.Add(new CueError(at + 1, message));
}
