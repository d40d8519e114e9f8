using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>What a question's passages teach: from how near a text is to each passage, how strongly it states each point and asserts each misconception.</summary>
/// <remarks>
/// Texts are compared by the cosine of their weighted stems; outputs come from kernel ridge regression on the passages
/// (Saunders, Gammerman and Vovk, 1998), so that what several points have in common speaks for none of them. Facts count as
/// passages that say them; for misconceptions the sentences of the model answer count as passages that do not. A second
/// regression compares directions in the space of words, so that other words for the same count too.
/// </remarks>
internal sealed class PassageIndex
{
    private const double Ridge = 0.3;
    /// <summary>Fewer different words than these are near to too much.</summary>
    private const double FewTerms = 4;

    private const double MeaningRidge = 0.5;

    /// <summary>What a passage that comes near a misconception and is right is worth.</summary>
    private const double Denial = -0.3;

    private readonly Dictionary<string, List<(int Row, double Weight)>> _places = new(StringComparer.Ordinal);
    private readonly List<Row> _rows = [];
    private readonly List<double[]> _directions = [];
    private readonly double[][] _coefficients;
    private readonly double[][] _meanings;
    private readonly TermWeights _weights;
    private readonly WordSpace? _space;

    private PassageIndex(Question question, Vocabulary vocabulary, TermWeights weights, WordSpace? space)
    {
        _weights = weights;
        _space = space;
        Points = question.Points.Count;
        Outputs = Points + question.Misconceptions.Count;
        foreach ((int i, RubricPoint point) in question.Points.Index())
        {
            Add(i, point.Passages, [point.Fact, .. point.Passages.Said], vocabulary);
        }

        foreach ((int i, Misconception misconception) in question.Misconceptions.Index())
        {
            Add(Points + i, misconception.Passages, misconception.Passages.Said, vocabulary);
        }

        int passages = _rows.Count;
        AnalysedText model = new(question.ModelAnswer, vocabulary);
        for (int s = 0; s < model.SentenceCount; s++)
        {
            Add(-1, said: false, TokenRun.Of(model, s, s));
        }

        double[][] points = Fit(Words(passages), Ridge, 0, Points), misconceptions = Fit(Words(_rows.Count), Ridge, Points, Outputs);
        _meanings = space is null ? [] : Fit(Directions(passages), MeaningRidge, 0, Points);
        _coefficients = [.. misconceptions.Select((row, i) => (double[])[.. i < passages ? points[i] : new double[Points], .. row])];
    }

    /// <summary>How many points the question has; the outputs behind them are its misconceptions.</summary>
    public int Points { get; }

    /// <summary>How many outputs there are.</summary>
    public int Outputs { get; }

    /// <summary>The index of a question, or null where it has no passages.</summary>
    public static PassageIndex? Of(Question question, Vocabulary vocabulary, TermWeights weights, Lazy<WordSpace?> space) =>
        question.Points.Any(point => point.Passages.Said.Count > 0) ? new PassageIndex(question, vocabulary, weights, space.Value) : null;

    /// <summary>Compares a run of tokens with all passages.</summary>
    public PassageSignals[] Compare(TokenRun run)
    {
        double[] likeness = new double[_rows.Count];
        List<(string Stem, double Weight)> terms = PassageTerms.Of(run, _weights);
        double enough = Math.Min(1, terms.Count / FewTerms);
        foreach ((string stem, double weight) in terms)
        {
            foreach ((int row, double other) in _places.GetValueOrDefault(stem, []))
            {
                likeness[row] += enough * weight * other;
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

        AddMeanings(signals, run, enough);
        return signals;
    }

    private void AddMeanings(PassageSignals[] signals, TokenRun run, double enough)
    {
        double[] direction = _space?.Of(run) ?? [];
        for (int row = 0; row < _meanings.Length; row++)
        {
            double like = WordSpace.Dot(direction, _directions[row]);
            for (int point = 0; point < Points; point++)
            {
                signals[point].Meaning += enough * like * _meanings[row][point];
            }
        }
    }

    private void Add(int output, Passages passages, IReadOnlyList<string> said, Vocabulary vocabulary)
    {
        foreach (string text in said)
        {
            Add(output, said: true, TokenRun.Of(text, vocabulary));
        }

        foreach (string text in passages.NotSaid)
        {
            Add(output, said: false, TokenRun.Of(text, vocabulary));
        }
    }

    private void Add(int output, bool said, TokenRun run)
    {
        foreach ((string stem, double weight) in PassageTerms.Of(run, _weights))
        {
            if (!_places.TryGetValue(stem, out List<(int Row, double Weight)>? places))
            {
                _places[stem] = places = [];
            }

            places.Add((_rows.Count, weight));
        }

        _rows.Add(new Row(output, said));
        _directions.Add(_space?.Of(run) ?? []);
    }

    /// <summary>The cosines of the words of the first rows.</summary>
    private double[][] Words(int rows)
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

        return kernel;
    }

    /// <summary>The cosines of the directions of the first rows.</summary>
    private double[][] Directions(int rows) => [.. Enumerable.Range(0, rows).Select(row => _directions.Take(rows).Select(other => WordSpace.Dot(_directions[row], other)).ToArray())];

    /// <summary>Coefficients of some outputs from a kernel of the first rows.</summary>
    private double[][] Fit(double[][] kernel, double ridge, int firstOutput, int endOutput)
    {
        double[][] targets = [.. _rows.Take(kernel.Length).Select(row => Enumerable.Range(firstOutput, endOutput - firstOutput).Select(output => Target(row, output)).ToArray())];
        RidgeFit.Solve(kernel, targets, ridge);
        return targets;
    }

    private double Target(Row row, int output) => row.Output != output ? 0 : row.Said ? 1 : output < Points ? 0 : Denial;

    /// <summary>A passage: the output that it belongs to, or -1 for a sentence of the model answer, and whether it says it.</summary>
    private readonly record struct Row(int Output, bool Said);
}
