namespace Gradus.Interview.Grading.Text;

/// <summary>A text as one run of formula symbols, without the brackets and multiplication signs that people write differently.</summary>
/// <remarks><c>1/(1-p)</c>, <c>\frac{1}{1-p}</c> and "one over one minus p" all read 1 / 1 - p here.</remarks>
internal sealed class FormulaView
{
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["over"] = "/",
        ["minus"] = "-",
        ["plus"] = "+",
        ["times"] = "",
        ["equals"] = "=",
        ["equal"] = "=",
        ["is"] = "=",
        ["squared"] = "^2",
        ["divided"] = "",
        ["by"] = "/",
        ["the"] = "",
        ["of"] = "",
        ["a"] = "",
        ["zero"] = "0",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["um"] = "",
        ["uh"] = "",
        ["dot"] = "",
        ["to"] = "->",
    };

    private FormulaView(List<string> symbols, List<int> tokens)
    {
        Symbols = symbols;
        TokenOf = tokens;
    }

    public IReadOnlyList<string> Symbols { get; }

    /// <summary>The token behind each symbol.</summary>
    public IReadOnlyList<int> TokenOf { get; }

    public static FormulaView Of(IReadOnlyList<Token> tokens)
    {
        List<string> symbols = [];
        List<int> origin = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            foreach (string symbol in Canonical(tokens[i]))
            {
                symbols.Add(symbol);
                origin.Add(i);
            }
        }

        return new FormulaView(symbols, origin);
    }

    /// <summary>The places where a pattern occurs, as first and last token.</summary>
    public List<(int First, int Last)> Find(IReadOnlyList<string> pattern)
    {
        List<(int First, int Last)> found = [];
        for (int i = 0; i + pattern.Count <= Symbols.Count; i++)
        {
            int j = 0;
            while (j < pattern.Count && Symbols[i + j] == pattern[j])
            {
                j++;
            }

            if (j == pattern.Count)
            {
                found.Add((TokenOf[i], TokenOf[i + j - 1]));
            }
        }

        return found;
    }

    private static IEnumerable<string> Canonical(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Word when Spoken.TryGetValue(token.Form, out string? symbol):
                if (symbol == "^2")
                {
                    yield return "^";
                    yield return "2";
                }
                else if (symbol.Length > 0)
                {
                    yield return symbol;
                }

                break;
            case TokenKind.Symbol when token.Form is "(" or ")" or "[" or "]" or "{" or "}" or "*" or "_" or "$":
            case TokenKind.Stop when token.Form is ",":
                break;
            default:
                yield return token.Form;
                break;
        }
    }
}
