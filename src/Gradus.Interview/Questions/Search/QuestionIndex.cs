using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions.Reading;

namespace Gradus.Interview.Questions.Search;

/// <summary>Ranked text search over the questions of a bank. Safe to use from many threads.</summary>
/// <remarks>
/// BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009): a word counts by its field and by how rare it is in the bank,
/// relative to the field's length. Words agree by their stem; a beginning of a word finds it too, and where nothing does, a word one or two typing errors away.
/// </remarks>
public sealed class QuestionIndex
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.5;
    private const double PrefixWeight = 0.6;
    private const double TypoWeight = 0.4;
    private const int MostWords = 24;
    private const int MostLetters = 40;
    private static readonly double[] FieldWeights = [5, 2, 2, 1];

    private readonly Entry[] _entries;
    private readonly double[] _meanLengths;
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);

    /// <summary>Reads every question of a bank.</summary>
    /// <param name="bank">The bank.</param>
    public QuestionIndex(Bank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        _entries = [.. bank.Questions.Select(question => new Entry(question))];
        _meanLengths = [.. FieldWeights.Select((_, field) => Math.Max(1, _entries.Select(entry => entry.Lengths[field]).DefaultIfEmpty(1).Average()))];
        foreach (string term in _entries.SelectMany(entry => entry.Counts.Keys))
        {
            _documents[term] = _documents.GetValueOrDefault(term) + 1;
        }
    }

    /// <summary>Finds the questions that hold all words of a text; where none does, those that hold at least one.</summary>
    /// <param name="text">What was typed, whatever it is; words beyond the 24th are not read.</param>
    /// <returns>The hits, the best first; every question, in the bank's order and with a score of 0, where the text holds no word to look for.</returns>
    public IReadOnlyList<QuestionHit> Search(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = [.. Words(text).Distinct(StringComparer.Ordinal).Take(MostWords)];
        // What everybody writes tells nothing apart, unless nothing else was written.
        string[] wanted = words.Any(word => !WordLists.Function.Contains(word)) ? [.. words.Where(word => !WordLists.Function.Contains(word))] : words;
        if (wanted.Length == 0)
        {
            return [.. _entries.Select(entry => new QuestionHit(entry.Question, 0, []))];
        }

        Dictionary<string, double>[] terms = [.. wanted.Select(Expand)];
        Found[] found = [.. _entries.Select(entry => Score(entry, terms)).Where(item => item.Words > 0)];
        bool all = found.Any(item => item.Words == wanted.Length);
        return [.. found
            .Where(item => !all || item.Words == wanted.Length)
            .OrderByDescending(item => item.Words)
            .ThenByDescending(item => item.Score)
            .ThenBy(item => item.Entry.Question.Id, StringComparer.Ordinal)
            .Select(item => new QuestionHit(item.Entry.Question, item.Score, item.Fields))];
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool part = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (part && start < 0)
            {
                start = i;
            }
            else if (!part && start >= 0)
            {
                yield return text[start..Math.Min(i, start + MostLetters)].ToLowerInvariant();
                start = -1;
            }
        }
    }

    /// <summary>The terms of the bank that a word stands for, each with its weight.</summary>
    private Dictionary<string, double> Expand(string word)
    {
        string stem = Stemmer.Stem(word);
        Dictionary<string, double> terms = new(StringComparer.Ordinal);
        if (word.Length >= 3)
        {
            foreach (string term in _documents.Keys.Where(term => term.StartsWith(word, StringComparison.Ordinal)))
            {
                terms[term] = PrefixWeight;
            }
        }

        if (_documents.ContainsKey(stem))
        {
            terms[stem] = 1;
        }

        int typos = word.Length >= 8 ? 2 : 1;
        if (terms.Count == 0 && word.Length >= 5)
        {
            foreach (string term in _documents.Keys.Where(term => EditDistance.Between(term, stem, typos) <= typos))
            {
                terms[term] = TypoWeight;
            }
        }

        return terms;
    }

    private Found Score(Entry entry, Dictionary<string, double>[] words)
    {
        double score = 0;
        int met = 0;
        HashSet<SearchField> fields = [];
        foreach (Dictionary<string, double> terms in words)
        {
            double best = 0;
            foreach ((string term, double weight) in terms)
            {
                if (!entry.Counts.TryGetValue(term, out int[]? counts))
                {
                    continue;
                }

                double count = 0;
                for (int field = 0; field < counts.Length; field++)
                {
                    count += FieldWeights[field] * counts[field] / (1 - LengthShare + (LengthShare * entry.Lengths[field] / _meanLengths[field]));
                    if (counts[field] > 0)
                    {
                        fields.Add((SearchField)field);
                    }
                }

                double rare = Math.Log(1 + ((_entries.Length - _documents[term] + 0.5) / (_documents[term] + 0.5)));
                best = Math.Max(best, weight * rare * count / (Saturation + count));
            }

            score += best;
            met += best > 0 ? 1 : 0;
        }

        return new Found(entry, score, met, [.. fields.Order()]);
    }

    private readonly record struct Found(Entry Entry, double Score, int Words, IReadOnlyList<SearchField> Fields);

    private sealed class Entry
    {
        public Entry(Question question)
        {
            Question = question;
            Add(SearchField.Title, question.Title, question.Id, question.Topic, Topics.Find(question.Topic)?.Title ?? "");
            Add(SearchField.Ask, [question.Ask, .. question.Openings]);
            if (question.Card is { } card)
            {
                Add(SearchField.Card, card.What, card.Why, card.How, card.When, card.Pitfall);
            }

            Add(SearchField.Points, [.. question.Points.Select(point => point.Fact), .. question.Misconceptions.Select(wrong => wrong.Wrong)]);
        }

        public Question Question { get; }

        public Dictionary<string, int[]> Counts { get; } = new(StringComparer.Ordinal);

        public int[] Lengths { get; } = new int[FieldWeights.Length];

        private void Add(SearchField field, params IEnumerable<string> texts)
        {
            foreach (string word in texts.SelectMany(Words))
            {
                string stem = Stemmer.Stem(word);
                if (!Counts.TryGetValue(stem, out int[]? counts))
                {
                    Counts[stem] = counts = new int[FieldWeights.Length];
                }

                counts[(int)field]++;
                Lengths[(int)field]++;
            }
        }
    }
}
