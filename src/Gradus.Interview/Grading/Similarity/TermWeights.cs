using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Similarity;

/// <summary>How much each stem says: inverse document frequency over the texts of the bank.</summary>
internal sealed class TermWeights
{
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private int _documents;

    public void Add(string text)
    {
        _documents++;
        foreach (string stem in Tokenizer.Tokens(text).Where(token => token.IsContent).Select(token => token.Stem).Distinct())
        {
            _frequency[stem] = _frequency.GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>ln((N + 1) / (n + 0.5)), at least 0.2; the weight of an unseen stem is that of one seen once.</summary>
    public double Of(string stem) => Math.Max(0.2, Math.Log((_documents + 1) / (Math.Max(1, _frequency.GetValueOrDefault(stem)) + 0.5)));
}
