using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Passages;

/// <summary>What a question's passages teach: from how near a text is to each passage, how strongly it states each point and asserts each misconception.</summary>
/// <remarks>
/// Texts are compared by the cosine of their weighted stems; outputs come from kernel ridge regression on the passages
/// (Saunders, Gammerman and Vovk, 1998), so that what several points have in common speaks for none of them. Facts count as
/// passages that say them; for misconceptions the sentences of the model answer count as passages that do not.
/// </remarks>
internal sealed class PassageIndex
{
    private const double Ridge = 0.3;

    /// <summary>What a passage that comes near a misconception and is right is worth.</summary>
    private const double Denial = -0.3;

    private readonly Dictionary<string, List<(int Row, double Weight)>> _places = new(StringComparer.Ordinal);
    private readonly List<Row> _rows = [];
    private readonly double[][] _coefficients;

    private PassageIndex(Question question, Vocabulary vocabulary, TermWeights weights)
    {
        Points = question.Points.Count;
        Outputs = Points + question.Misconceptions.Count;
        foreach ((int i, RubricPoint point) in question.Points.Index())
        {
            Add(i, point.Passages, [point.Fact, .. point.Passages.Said], vocabulary, weights);
        }

        foreach ((int i, Misconception misconception) in question.Misconceptions.Index())
        {
            Add(Points + i, misconception.Passages, misconception.Passages.Said, vocabulary, weights);
        }

        int passages = _rows.Count;
        AnalysedText model = new(question.ModelAnswer, vocabulary);
        for (int s = 0; s < model.SentenceCount; s++)
        {
            (int first, int end) = model.Range(s);
            Add(-1, said: false, model.Tokens.AsSpan(first..end), weights);
        }

        double[][] points = Fit(passages, 0, Points), misconceptions = Fit(_rows.Count, Points, Outputs);
        _coefficients = [.. misconceptions.Select((row, i) => (double[])[.. i < passages ? points[i] : new double[Points], .. row])];
    }

    /// <summary>How many points the question has; the outputs behind them are its misconceptions.</summary>
    public int Points { get; }

    /// <summary>How many outputs there are.</summary>
    public int Outputs { get; }

    /// <summary>The index of a question, or null where it has no passages.</summary>
    public static PassageIndex? Of(Question question, Vocabulary vocabulary, TermWeights weights) =>
        question.Points.Any(point => point.Passages.Said.Count > 0) ? new PassageIndex(question, vocabulary, weights) : null;

    /// <summary>Compares a run of tokens with all passages.</summary>
    public PassageSignals[] Compare(ReadOnlySpan<Token> tokens, TermWeights weights)
    {
        double[] likeness = new double[_rows.Count];
        foreach ((string stem, double weight) in PassageTerms.Of(tokens, weights))
        {
            foreach ((int row, double other) in _places.GetValueOrDefault(stem, []))
            {
                likeness[row] += weight * other;
            }
        }

        PassageSignals[] signals = new PassageSignals[Outputs];
        double nearestTruth = 0;
        for (int row = 0; row < likeness.Length; row++)
        {
            double like = likeness[row];
            if (like == 0)
            {
                continue;
            }

            double[] coefficients = _coefficients[row];
            for (int output = 0; output < signals.Length; output++)
            {
                signals[output].Strength += like * coefficients[output];
            }

            (int of, bool said) = _rows[row];
            if (of >= 0)
            {
                signals[of].Nearest = said ? Math.Max(signals[of].Nearest, like) : signals[of].Nearest;
                signals[of].NearestOther = said ? signals[of].NearestOther : Math.Max(signals[of].NearestOther, like);
            }

            nearestTruth = of < 0 || (of < Points && said) ? Math.Max(nearestTruth, like) : nearestTruth;
        }

        for (int output = Points; output < signals.Length; output++)
        {
            signals[output].NearestOther = Math.Max(signals[output].NearestOther, nearestTruth);
        }

        return signals;
    }

    private void Add(int output, Questions.Passages passages, IReadOnlyList<string> said, Vocabulary vocabulary, TermWeights weights)
    {
        foreach (string text in said)
        {
            Add(output, said: true, vocabulary.Mend(Tokenizer.Tokens(text)), weights);
        }

        foreach (string text in passages.NotSaid)
        {
            Add(output, said: false, vocabulary.Mend(Tokenizer.Tokens(text)), weights);
        }
    }

    private void Add(int output, bool said, ReadOnlySpan<Token> tokens, TermWeights weights)
    {
        foreach ((string stem, double weight) in PassageTerms.Of(tokens, weights))
        {
            if (!_places.TryGetValue(stem, out List<(int Row, double Weight)>? places))
            {
                _places[stem] = places = [];
            }

            places.Add((_rows.Count, weight));
        }

        _rows.Add(new Row(output, said));
    }

    /// <summary>Coefficients of some outputs from the first rows.</summary>
    private double[][] Fit(int rows, int firstOutput, int endOutput)
    {
        double[][] kernel = [.. Enumerable.Range(0, rows).Select(_ => new double[rows])];
        foreach (List<(int Row, double Weight)> places in _places.Values)
        {
            foreach ((int row, double weight) in places.Where(place => place.Row < rows))
            {
                foreach ((int other, double otherWeight) in places.Where(place => place.Row <= row))
                {
                    kernel[row][other] += weight * otherWeight;
                }
            }
        }

        double[][] targets = [.. _rows.Take(rows).Select(row => Enumerable.Range(firstOutput, endOutput - firstOutput).Select(output => Target(row, output)).ToArray())];
        RidgeFit.Solve(kernel, targets, Ridge);
        return targets;
    }

    private double Target(Row row, int output) => row.Output != output ? 0 : row.Said ? 1 : output < Points ? 0 : Denial;

    /// <summary>A passage: the output that it belongs to, or -1 for a sentence of the model answer, and whether it says it.</summary>
    private readonly record struct Row(int Output, bool Said);
}
