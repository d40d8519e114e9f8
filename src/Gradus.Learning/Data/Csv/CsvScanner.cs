using System.Runtime.CompilerServices;
using System.Text;

namespace Gradus.Learning.Data.Csv;

/// <summary>
/// Cuts text into rows of cells (RFC 4180, and a little more): rows end with LF, CR LF or CR; a cell in quotes may hold delimiters, line ends and doubled
/// quotes; blanks around a cell are dropped unless they are in quotes; a quote inside a cell that did not begin with one is a letter.
/// </summary>
internal sealed class CsvScanner
{
    // Cells are short as a rule: the first bytes are looked at one by one, the rest in vectors.
    private const int Near = 12;
    private readonly byte[] _text;
    private readonly byte _delimiter;
    private readonly bool _merge;
    private readonly CsvFaults _faults;
    private CsvCell[] _row = new CsvCell[16];
    private int _count;
    private int _place;
    private int _nextLine = 1;

    internal CsvScanner(CsvText text, CsvOptions options, CsvFaults faults)
    {
        _text = text.Bytes;
        _delimiter = (byte)options.Delimiter;
        _merge = options.MergeDelimiters;
        _faults = faults;
        _place = text.Bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
    }

    /// <summary>The line at which the row that was last read begins.</summary>
    internal int Line { get; private set; } = 1;

    /// <summary>The cells of the row that was last read; the next row overwrites them.</summary>
    internal ReadOnlySpan<CsvCell> Row => _row.AsSpan(0, _count);

    /// <summary>Where in the text the next row begins.</summary>
    internal int Place => _place;

    /// <summary>Reads the next row that is not blank.</summary>
    /// <returns>False at the end of the text.</returns>
    internal bool Read()
    {
        while (_place < _text.Length)
        {
            Line = _nextLine;
            _count = 0;
            bool quoted = ReadCells();
            if (_count > 1 || (_count == 1 && (quoted || _row[0].Length > 0)))
            {
                return true;
            }
        }

        _count = 0;
        return false;
    }

    /// <summary>Finds a cell again from where it starts: one in quotes has the quote before it.</summary>
    internal static CsvCell At(byte[] text, byte delimiter, int start)
    {
        int place = start;
        if (start == 0 || text[start - 1] != '"')
        {
            return Plain(text, delimiter, ref place);
        }

        bool escaped = false;
        while (true)
        {
            place += text.AsSpan(place).IndexOf((byte)'"');
            if (place + 1 == text.Length || text[place + 1] != '"')
            {
                return new CsvCell(start, place - start, escaped);
            }

            escaped = true;
            place += 2;
        }
    }

    // Reads the cells of one row and its end; true where the last cell was quoted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadCells()
    {
        byte[] text = _text;
        if (_merge)
        {
            SkipDelimiters();
        }

        while (true)
        {
            while (_place < text.Length && IsBlank(text[_place], _delimiter))
            {
                _place++;
            }

            if (_count == _row.Length)
            {
                Array.Resize(ref _row, 2 * _count);
            }

            bool quoted = _place < text.Length && text[_place] == '"';
            _row[_count++] = quoted ? Quoted() : Plain(text, _delimiter, ref _place);
            if (_place == text.Length)
            {
                return quoted;
            }

            if (text[_place] != _delimiter)
            {
                EndLine();
                return quoted;
            }

            _place++;
            if (_merge && !SkipDelimiters())
            {
                return quoted;
            }
        }
    }

    // Skips a run of delimiters; false where it ends the row.
    private bool SkipDelimiters()
    {
        while (_place < _text.Length && _text[_place] == _delimiter)
        {
            _place++;
        }

        if (_place < _text.Length && _text[_place] is not ((byte)'\r' or (byte)'\n'))
        {
            return true;
        }

        if (_place < _text.Length && _count > 0)
        {
            EndLine();
        }

        return false;
    }

    private static bool IsBlank(byte letter, byte delimiter) => letter is ((byte)' ' or (byte)'\t') && letter != delimiter;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static CsvCell Plain(byte[] text, byte delimiter, ref int place)
    {
        int start = place;
        ReadOnlySpan<byte> rest = text.AsSpan(start);
        int end = 0;
        int near = Math.Min(Near, rest.Length);
        while (end < near && rest[end] != delimiter && rest[end] is not ((byte)'\r' or (byte)'\n'))
        {
            end++;
        }

        if (end == near)
        {
            int further = rest[end..].IndexOfAny(delimiter, (byte)'\r', (byte)'\n');
            end = further < 0 ? rest.Length : end + further;
        }

        place = start + end;
        while (end > 0 && IsBlank(rest[end - 1], delimiter))
        {
            end--;
        }

        return new CsvCell(start, end, Escaped: false);
    }

    private CsvCell Quoted()
    {
        int opened = _nextLine;
        int start = ++_place;
        bool escaped = false;
        while (true)
        {
            int next = _text.AsSpan(_place).IndexOfAny((byte)'"', (byte)'\r', (byte)'\n');
            if (next < 0)
            {
                _place = _text.Length;
                _faults.Add(opened, "a quote is opened here and never closed; close it, or double it where it is part of the text.");
                return new CsvCell(start, _place - start, escaped);
            }

            _place += next;
            if (_text[_place] != '"')
            {
                EndLine();
            }
            else if (_place + 1 < _text.Length && _text[_place + 1] == '"')
            {
                escaped = true;
                _place += 2;
            }
            else
            {
                CsvCell cell = new(start, _place - start, escaped);
                _place++;
                AfterQuote();
                return cell;
            }
        }
    }

    private void AfterQuote()
    {
        int start = _place;
        CsvCell rest = Plain(_text, _delimiter, ref _place);
        if (rest.Length > 0)
        {
            string found = CsvError.Shorten(Encoding.UTF8.GetString(_text, start, Math.Min(_place - start, 256)));
            _faults.Add(_nextLine, $"'{found}' follows a closing quote; put a delimiter there, or double the quote where it is part of the text.");
        }
    }

    private void EndLine()
    {
        bool pair = _text[_place] == '\r' && _place + 1 < _text.Length && _text[_place + 1] == '\n';
        _place += pair ? 2 : 1;
        _nextLine++;
    }
}
