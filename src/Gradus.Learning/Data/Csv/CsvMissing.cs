using System.Runtime.CompilerServices;
using System.Text;

namespace Gradus.Learning.Data.Csv;

/// <summary>Which texts mean a missing value. Most cells are ruled out by their first byte.</summary>
internal sealed class CsvMissing
{
    private readonly string[] _tokens;
    private readonly bool[] _begins = new bool[256];
    private readonly bool _empty;

    internal CsvMissing(IEnumerable<string> tokens)
    {
        _tokens = [.. tokens.Select(token => token.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];

        // A cell that begins with white space, or with a letter outside ASCII whose case may differ, is always looked at.
        for (int first = 0; first < 256; first++)
        {
            _begins[first] = first >= 128 || char.IsWhiteSpace((char)first);
        }

        foreach (string token in _tokens)
        {
            if (token.Length == 0)
            {
                _empty = true;
            }
            else if (token[0] < 128)
            {
                _begins[char.ToLowerInvariant(token[0])] = _begins[char.ToUpperInvariant(token[0])] = true;
            }
        }
    }

    /// <summary>Whether a cell means a missing value; case and surrounding blanks do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Holds(ReadOnlySpan<byte> cell) => cell.IsEmpty ? _empty : _begins[cell[0]] && Find(cell);

    private bool Find(ReadOnlySpan<byte> cell)
    {
        foreach (string token in _tokens)
        {
            if (Ascii.EqualsIgnoreCase(cell, token))
            {
                return true;
            }
        }

        if (Ascii.IsValid(cell) && !char.IsWhiteSpace((char)cell[0]) && !char.IsWhiteSpace((char)cell[^1]))
        {
            return false;
        }

        ReadOnlySpan<char> trimmed = Encoding.UTF8.GetString(cell).AsSpan().Trim();
        foreach (string token in _tokens)
        {
            if (trimmed.Equals(token, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
