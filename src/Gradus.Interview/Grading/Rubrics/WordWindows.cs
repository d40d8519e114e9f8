using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>The different words of every usable sentence and every usable pair of neighbouring ones, weighed once for all points.</summary>
internal sealed class WordWindows
{
    /// <summary>Below this weight, some three words, a sentence says too little for its share of known words to mean anything.</summary>
    private const double FewWords = 10;

    private readonly List<string> _stems = [];
    private readonly List<double> _weights = [];
    private readonly List<Window> _windows = [];

    public WordWindows(AnalysedText text, bool[] usable, TermWeights weights)
    {
        int[] wordOf = Number(text, weights);
        for (int first = 0; first < text.SentenceCount; first++)
        {
            for (int last = first; last < Math.Min(first + 2, text.SentenceCount) && usable[first] && usable[last]; last++)
            {
                Add(wordOf.AsSpan(text.Range(first).First..text.Range(last).End));
            }
        }
    }

    /// <summary>How much of what a window says, at most, is in words of a set.</summary>
    public double MostIn(IReadOnlySet<string> known)
    {
        bool[] isKnown = [.. _stems.Select(known.Contains)];
        double most = 0;
        foreach (Window window in _windows)
        {
            double found = 0;
            foreach (int word in window.Words)
            {
                found += isKnown[word] ? _weights[word] : 0;
            }

            most = Math.Max(most, found / window.Weight);
        }

        return most;
    }

    /// <summary>For each token the number of its word, counted from 0, or -1 for what carries no content.</summary>
    private int[] Number(AnalysedText text, TermWeights weights)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] wordOf = new int[text.Tokens.Length];
        for (int i = 0; i < wordOf.Length; i++)
        {
            Token token = text.Tokens[i];
            if (!token.IsWord || WordLists.Function.Contains(token.Form))
            {
                wordOf[i] = -1;
                continue;
            }

            if (!numbers.TryGetValue(token.Stem, out wordOf[i]))
            {
                wordOf[i] = numbers[token.Stem] = _stems.Count;
                _stems.Add(token.Stem);
                _weights.Add(weights.Of(token.Stem));
            }
        }

        return wordOf;
    }

    private void Add(ReadOnlySpan<int> wordOf)
    {
        List<int> words = [];
        double weight = 0;
        HashSet<int> seen = [];
        foreach (int word in wordOf)
        {
            if (word >= 0 && seen.Add(word))
            {
                words.Add(word);
                weight += _weights[word];
            }
        }

        if (weight > FewWords)
        {
            _windows.Add(new Window([.. words], weight));
        }
    }

    private readonly record struct Window(int[] Words, double Weight);
}
