using System.Runtime.CompilerServices;
using Gradus.Interview.Questions.Reading;

namespace Gradus.Interview.Grading.Text;

/// <summary>The words that the grader knows; unknown ones are read as slips or compounds of known ones.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(char First, int Length), List<string>> _targets = [];

    /// <summary>A vocabulary that mends nothing.</summary>
    public static Vocabulary Empty { get; } = new();

    /// <summary>Adds the words of a text; only <paramref name="targets"/> are what slips are read as.</summary>
    public void Add(string text, bool targets)
    {
        foreach (Token token in Tokenizer.Tokens(text).Where(token => token.IsWord))
        {
            bool isNew = _known.Add(token.Stem);
            if (targets && token.Stem.Length >= 4 && (isNew || !IsTarget(token.Stem)))
            {
                (char, int) key = (token.Stem[0], token.Stem.Length);
                if (!_targets.TryGetValue(key, out List<string>? list))
                {
                    _targets[key] = list = [];
                }

                list.Add(token.Stem);
            }
        }
    }

    /// <summary>The tokens of a text with slips corrected in their stems and unknown compounds taken apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Token[] Read(string text)
    {
        Token[] tokens = Tokenizer.Tokens(text);
        if (_known.Count == 0)
        {
            return tokens;
        }

        List<Token> mended = new(tokens.Length);
        foreach (Token token in tokens)
        {
            if (!token.IsWord || token.Form.Length < 5 || _known.Contains(token.Stem) || WordLists.Function.Contains(token.Form))
            {
                mended.Add(token);
            }
            else if (Compound(token) is { } parts)
            {
                mended.Add(parts.Left);
                mended.Add(parts.Right);
            }
            else
            {
                mended.Add(token with { Stem = Slip(token) ?? token.Stem });
            }
        }

        return [.. mended];
    }

    private bool IsTarget(string stem) => _targets.TryGetValue((stem[0], stem.Length), out List<string>? list) && list.Contains(stem);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (Token Left, Token Right)? Compound(Token token)
    {
        for (int cut = 4; cut <= token.Form.Length - 4; cut++)
        {
            string left = Stemmer.Stem(token.Form[..cut]);
            string right = Stemmer.Stem(token.Form[cut..]);
            if (left.Length >= 4 && right.Length >= 4 && IsTarget(left) && IsTarget(right) && token.End - token.Start == token.Form.Length)
            {
                int middle = token.Start + cut;
                return (token with { Form = token.Form[..cut], Stem = left, End = middle }, token with { Form = token.Form[cut..], Stem = right, Start = middle });
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? Slip(Token token)
    {
        string stem = token.Stem;
        int limit = stem.Length >= 9 ? 2 : stem.Length >= 5 || (stem.Length == 4 && token.Form.Length >= 6) ? 1 : 0;
        string? best = null;
        int bestDistance = limit + 1;
        for (int length = stem.Length - limit; limit > 0 && length <= stem.Length + limit; length++)
        {
            if (!_targets.TryGetValue((stem[0], length), out List<string>? candidates))
            {
                continue;
            }

            foreach (string candidate in candidates)
            {
                int distance = EditDistance.Between(stem, candidate, bestDistance - 1);
                if (distance < bestDistance || (distance == bestDistance && distance <= limit && string.CompareOrdinal(candidate, best) < 0))
                {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }

        return best;
    }
}
