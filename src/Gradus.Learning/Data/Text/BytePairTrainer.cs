using System.Text;

namespace Gradus.Learning.Data.Text;

/// <summary>Learns the merges of <see cref="BytePairEncoding"/>. Each distinct word is kept once with its count, and for each pair the words that hold it, so a merge looks at those alone.</summary>
internal sealed class BytePairTrainer
{
    private readonly List<(List<int> Tokens, long Count)> _words = [];
    private readonly Dictionary<(int Left, int Right), long> _counts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> _holders = [];

    // The most frequent pair first, then the smallest numbers. Counts that have changed since are found out when they come up.
    private readonly PriorityQueue<(int Left, int Right), (long Negative, int Left, int Right)> _queue = new();

    internal BytePairTrainer(ReadOnlySpan<byte> text)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        while (!text.IsEmpty)
        {
            int length = WordBoundary.Next(text);
            string word = Encoding.Latin1.GetString(text[..length]);
            if (places.TryGetValue(word, out int place))
            {
                _words[place] = (_words[place].Tokens, _words[place].Count + 1);
            }
            else
            {
                places.Add(word, _words.Count);
                _words.Add(([.. word.Select(letter => (int)letter)], 1));
            }

            text = text[length..];
        }

        HashSet<(int Left, int Right)> changed = [];
        for (int word = 0; word < _words.Count; word++)
        {
            Count(word, 1, changed);
        }

        Enqueue(changed);
    }

    internal List<(int Left, int Right)> Learn(int most)
    {
        List<(int Left, int Right)> merges = [];
        while (merges.Count < most && TryNext(out (int Left, int Right) pair))
        {
            int merged = BytePairEncoding.Bytes + merges.Count;
            merges.Add(pair);
            HashSet<(int Left, int Right)> changed = [];
            foreach (int word in _holders[pair].ToArray())
            {
                Count(word, -1, changed);
                TokenPairs.Merge(_words[word].Tokens, pair, merged);
                Count(word, 1, changed);
            }

            Enqueue(changed);
        }

        return merges;
    }

    // The pair that stands most often, if any stands twice.
    private bool TryNext(out (int Left, int Right) pair)
    {
        while (_queue.TryDequeue(out pair, out (long Negative, int Left, int Right) priority))
        {
            if (_counts.GetValueOrDefault(pair) == -priority.Negative)
            {
                return -priority.Negative >= 2;
            }
        }

        return false;
    }

    private void Count(int word, int sign, HashSet<(int Left, int Right)> changed)
    {
        (List<int> tokens, long count) = _words[word];
        for (int place = 0; place + 1 < tokens.Count; place++)
        {
            (int Left, int Right) pair = (tokens[place], tokens[place + 1]);
            changed.Add(pair);
            _counts[pair] = _counts.GetValueOrDefault(pair) + (sign * count);
            if (!_holders.TryGetValue(pair, out HashSet<int>? holders))
            {
                _holders.Add(pair, holders = []);
            }

            if (sign > 0)
            {
                holders.Add(word);
            }
            else
            {
                holders.Remove(word);
            }
        }
    }

    private void Enqueue(HashSet<(int Left, int Right)> changed)
    {
        foreach ((int Left, int Right) pair in changed)
        {
            if (_counts[pair] >= 2)
            {
                _queue.Enqueue(pair, (-_counts[pair], pair.Left, pair.Right));
            }
        }
    }
}
