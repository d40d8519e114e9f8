using System.Runtime.CompilerServices;
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
    private readonly double[][] _coefficients; // of each row, for each output
    private readonly double[][] _meanings; // of each output
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
            Add(-1, said: false, PassageTerms.Counts(model.TokensOf(s, s)));
        }

        double[][] words = Words();
        double[][] points = Fit(First(passages, words), Ridge, 0, Points), misconceptions = Fit(words, Ridge, Points, Outputs);
        _coefficients = [.. misconceptions.Select((row, i) => (double[])[.. i < passages ? points[i] : new double[Points], .. row])];
        if (space is null)
        {
            _meanings = [];
            return;
        }

        double[][] directions = Directions();
        _meanings = [.. Meanings(Fit(First(passages, directions), MeaningRidge, 0, Points)), .. Meanings(Fit(directions, MeaningRidge, Points, Outputs))];
    }

    /// <summary>How many points the question has; the outputs behind them are its misconceptions.</summary>
    public int Points { get; }

    /// <summary>How many outputs there are.</summary>
    public int Outputs { get; }

    /// <summary>The index of a question, or null where it has no passages.</summary>
    public static PassageIndex? Of(Question question, Vocabulary vocabulary, TermWeights weights, Lazy<WordSpace?> space) =>
        question.Points.Any(point => point.Passages.Said.Count > 0) ? new PassageIndex(question, vocabulary, weights, space.Value) : null;

    /// <summary>Compares a text, as its counted stems, with all passages.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PassageSignals[] Compare(Dictionary<string, int> counts)
    {
        double[] likeness = new double[_rows.Count];
        List<(string Stem, double Weight)> terms = PassageTerms.Of(counts, _weights);
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

        AddMeanings(signals, counts, enough);
        return signals;
    }

    private void AddMeanings(PassageSignals[] signals, Dictionary<string, int> counts, double enough)
    {
        double[] direction = _space?.Of(counts) ?? [];
        for (int output = 0; output < _meanings.Length; output++)
        {
            signals[output].Meaning = enough * WordSpace.Dot(direction, _meanings[output]);
        }
    }

    private void Add(int output, Passages passages, IReadOnlyList<string> said, Vocabulary vocabulary)
    {
        foreach (string text in said)
        {
            Add(output, said: true, PassageTerms.Counts(vocabulary.Read(text)));
        }

        foreach (string text in passages.NotSaid)
        {
            Add(output, said: false, PassageTerms.Counts(vocabulary.Read(text)));
        }
    }

    private void Add(int output, bool said, Dictionary<string, int> counts)
    {
        foreach ((string stem, double weight) in PassageTerms.Of(counts, _weights))
        {
            if (!_places.TryGetValue(stem, out List<(int Row, double Weight)>? places))
            {
                _places[stem] = places = [];
            }

            places.Add((_rows.Count, weight));
        }

        _rows.Add(new Row(output, said));
        _directions.Add(_space?.Of(counts) ?? []);
    }

    /// <summary>The cosines of the rows' words, with those before each row and itself.</summary>
    private double[][] Words()
    {
        double[][] kernel = [.. _rows.Select(_ => new double[_rows.Count])];
        foreach (List<(int Row, double Weight)> places in _places.Values)
        {
            // They stand in ascending order of their rows.
            for (int i = 0; i < places.Count; i++)
            {
                (int row, double weight) = places[i];
                for (int j = 0; j < places.Count && places[j].Row <= row; j++)
                {
                    kernel[row][places[j].Row] += weight * places[j].Weight;
                }
            }
        }

        return kernel;
    }

    /// <summary>The cosines of the rows' directions, with those before each row and itself.</summary>
    private double[][] Directions()
    {
        double[][] kernel = [.. _rows.Select(_ => new double[_rows.Count])];
        for (int row = 0; row < kernel.Length; row++)
        {
            for (int other = 0; other <= row; other++)
            {
                kernel[row][other] = WordSpace.Dot(_directions[row], _directions[other]);
            }
        }

        return kernel;
    }

    /// <summary>A copy of the first rows of a kernel.</summary>
    private static double[][] First(int rows, double[][] kernel) => [.. kernel.Take(rows).Select(row => row[..rows])];

    /// <summary>Coefficients of some outputs from a kernel of the first rows.</summary>
    private double[][] Fit(double[][] kernel, double ridge, int firstOutput, int endOutput)
    {
        double[][] targets = [.. _rows.Take(kernel.Length).Select(row => Enumerable.Range(firstOutput, endOutput - firstOutput).Select(output => Target(row, output)).ToArray())];
        RidgeFit.Solve(kernel, targets, ridge);
        return targets;
    }

    /// <summary>For each output the sum of the rows' directions by its coefficients: the likeness of directions is linear, so that one product gives the output.</summary>
    private IEnumerable<double[]> Meanings(double[][] coefficients)
    {
        for (int output = 0; output < coefficients[0].Length; output++)
        {
            double[] sum = new double[WordSpace.Directions];
            foreach ((int row, double[] values) in coefficients.Index())
            {
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += values[output] * _directions[row][i];
                }
            }

            yield return sum;
        }
    }

    private double Target(Row row, int output) => row.Output != output ? 0 : row.Said ? 1 : output < Points ? 0 : Denial;

    /// <summary>A passage: the output that it belongs to, or -1 for a sentence of the model answer, and whether it says it.</summary>
    private readonly record struct Row(int Output, bool Said);
}
