using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Similarity;

/// <summary>How much each stem says: inverse document frequency over the texts of the bank.</summary>
internal sealed class TermWeights
{
    private const double Largest = 5.7;
    private const int FewestDocuments = 450;
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

    /// <summary>ln((N + 1) / (n + 0.5)) on a scale whose largest value, that of a stem seen at most once, is <see cref="Largest"/>; at least 0.2.</summary>
    /// <remarks>The scale keeps weights comparable while the bank grows; a bank of a few files counts as one of <see cref="FewestDocuments"/>.</remarks>
    public double Of(string stem)
    {
        double documents = Math.Max(_documents, FewestDocuments) + 1;
        double seen = Math.Max(1, _frequency.GetValueOrDefault(stem)) + 0.5;
        return Math.Max(0.2, Largest * Math.Log(documents / seen) / Math.Log(documents / 1.5));
    }

    /// <summary>Whether a stem stands in a text that was added.</summary>
    public bool Knows(string stem) => _frequency.ContainsKey(stem);
}
