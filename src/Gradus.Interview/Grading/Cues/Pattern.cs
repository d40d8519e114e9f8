using System.Runtime.CompilerServices;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>A word, a phrase or a formula, ready to be looked for.</summary>
internal sealed class Pattern
{
    /// <summary>How many other words may stand between two neighbours of a phrase.</summary>
    private const int Gap = 2;

    private readonly string[] _stems;
    private readonly string[] _formula;

    private Pattern(string[] stems, string[] formula)
    {
        _stems = stems;
        _formula = formula;
    }

    /// <summary>Nothing can be found where neither a word nor a symbol stands in the text.</summary>
    public bool IsEmpty => _stems.Length == 0 && _formula.Length == 0;

    /// <summary>The stems in order; empty for a formula.</summary>
    public IReadOnlyList<string> Stems => _stems;

    /// <summary>A pattern for a word or phrase; one that holds an operator becomes a formula.</summary>
    public static Pattern Of(string text, bool formula)
    {
        Token[] tokens = Tokenizer.Tokens(text);
        if (formula || Array.Exists(tokens, token => token.Kind == TokenKind.Symbol && token.Form is not ("(" or ")" or "[" or "]" or "_")))
        {
            return new Pattern([], FormulaView.Of(tokens).Symbols);
        }

        return new Pattern([.. tokens.Where(token => token.IsContent && !WordLists.Articles.Contains(token.Form)).Select(token => token.Stem)], []);
    }

    /// <summary>Every place where the pattern stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(AnalysedText text, List<Occurrence> found)
    {
        if (_formula.Length > 0)
        {
            text.Formula.Find(_formula, found);
            return;
        }

        if (_stems.Length == 0 || !text.Positions.TryGetValue(_stems[0], out List<int>? starts))
        {
            return;
        }

        foreach (int start in starts)
        {
            if (Follow(text, start) is { } occurrence)
            {
                found.Add(occurrence);
            }
        }
    }

    private Occurrence? Follow(AnalysedText text, int start)
    {
        int at = start;
        int firstDenier = text.DeniedBy[start];
        bool denied = firstDenier != Polarity.Asserted && firstDenier < start;
        for (int i = 1; i < _stems.Length; i++)
        {
            int next = Next(text, at, _stems[i]);
            if (next < 0)
            {
                return null;
            }

            at = next;
            int denier = text.DeniedBy[at];
            denied |= denier != Polarity.Asserted && (denier < start || denier > at);
        }

        return new Occurrence(start, at, denied);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Next(AnalysedText text, int at, string stem)
    {
        int others = 0;
        for (int i = at + 1; i < text.Tokens.Length && others <= Gap && text.SentenceOf[i] == text.SentenceOf[at]; i++)
        {
            if (text.Tokens[i].Stem == stem && text.Tokens[i].IsContent)
            {
                return i;
            }

            if (text.Tokens[i] is { Kind: TokenKind.Stop, Form: not "\n" })
            {
                return -1;
            }

            others += text.Skipped[i] || !text.Tokens[i].IsContent ? 0 : 1;
        }

        return -1;
    }
}
