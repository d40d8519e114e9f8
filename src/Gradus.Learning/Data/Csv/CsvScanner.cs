namespace Gradus.Learning.Data.Csv;

/// <summary>
/// Cuts text into rows of cells (RFC 4180, and a little more): rows end with LF, CR LF or CR; a cell in quotes may hold delimiters, line ends and doubled
/// quotes; blanks around a cell are dropped unless they are in quotes; a quote inside a cell that did not begin with one is a letter.
/// </summary>
internal sealed class CsvScanner(string text, char delimiter, CsvFaults faults)
{
    private int _place = text.StartsWith('\uFEFF') ? 1 : 0;

    /// <summary>The line at which the row that was last read begins.</summary>
    internal int Line { get; private set; } = 1;

    private int NextLine { get; set; } = 1;

    /// <summary>Reads the next row that is not blank.</summary>
    /// <param name="row">Cleared, then filled with its cells.</param>
    /// <returns>False at the end of the text.</returns>
    internal bool Read(List<CsvCell> row)
    {
        row.Clear();
        while (_place < text.Length)
        {
            Line = NextLine;
            int before = _place;
            while (ReadCell(row))
            {
            }

            bool blank = row.Count == 1 && row[0].Length == 0 && !text.AsSpan(before, _place - before).Contains('"');
            if (!blank)
            {
                return true;
            }

            row.Clear();
        }

        return false;
    }

    // Reads one cell and what ends it; true when another cell of the row follows.
    private bool ReadCell(List<CsvCell> row)
    {
        while (_place < text.Length && IsBlank(text[_place]))
        {
            _place++;
        }

        row.Add(_place < text.Length && text[_place] == '"' ? Quoted() : Plain());
        if (_place == text.Length)
        {
            return false;
        }

        if (text[_place] == delimiter)
        {
            _place++;
            return true;
        }

        EndLine();
        return false;
    }

    private CsvCell Plain()
    {
        int start = _place;
        while (_place < text.Length && text[_place] != delimiter && text[_place] is not ('\r' or '\n'))
        {
            _place++;
        }

        int end = _place;
        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new CsvCell(start, end - start, Escaped: false);
    }

    private CsvCell Quoted()
    {
        int opened = NextLine;
        int start = ++_place;
        bool escaped = false;
        while (true)
        {
            if (_place == text.Length)
            {
                faults.Add(opened, "a quote is opened here and never closed; close it, or double it where it is part of the text.");
                return new CsvCell(start, _place - start, escaped);
            }

            if (text[_place] is '\r' or '\n')
            {
                EndLine();
            }
            else if (text[_place] != '"')
            {
                _place++;
            }
            else if (_place + 1 < text.Length && text[_place + 1] == '"')
            {
                escaped = true;
                _place += 2;
            }
            else
            {
                return AfterQuote(new CsvCell(start, _place++ - start, escaped));
            }
        }
    }

    private CsvCell AfterQuote(CsvCell cell)
    {
        int start = _place;
        CsvCell rest = Plain();
        if (rest.Length > 0)
        {
            faults.Add(NextLine, $"'{CsvError.Shorten(text[start.._place])}' follows a closing quote; put a delimiter there, or double the quote where it is part of the text.");
        }

        return cell;
    }

    private void EndLine()
    {
        bool pair = text[_place] == '\r' && _place + 1 < text.Length && text[_place + 1] == '\n';
        _place += pair ? 2 : 1;
        NextLine++;
    }

    private bool IsBlank(char letter) => letter is (' ' or '\t') && letter != delimiter;
}
