using System.Runtime.CompilerServices;
using Gradus.Interview.Grading.Cues;

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

    private readonly int[] _tokenOf;

    private FormulaView(string[] symbols, int[] tokenOf)
    {
        Symbols = symbols;
        _tokenOf = tokenOf;
    }

    public string[] Symbols { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FormulaView Of(Token[] tokens)
    {
        List<string> symbols = new(tokens.Length);
        List<int> origin = new(tokens.Length);
        for (int i = 0; i < tokens.Length; i++)
        {
            foreach (string symbol in Canonical(tokens[i]))
            {
                symbols.Add(symbol);
                origin.Add(i);
            }
        }

        return new FormulaView([.. symbols], [.. origin]);
    }

    /// <summary>Adds the places where a pattern occurs.</summary>
    public void Find(string[] pattern, List<Occurrence> found)
    {
        for (int i = 0; i + pattern.Length <= Symbols.Length; i++)
        {
            if (Symbols.AsSpan(i, pattern.Length).SequenceEqual(pattern))
            {
                found.Add(new Occurrence(_tokenOf[i], _tokenOf[i + pattern.Length - 1], Denied: false));
            }
        }
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
