using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

/// <summary>Softmax regression by plain gradient descent in double: the simple model, written apart from the engine, that shows whether a data set can be learned.</summary>
internal sealed class LinearClassifier
{
    private readonly double[,] _weights;
    private readonly double[] _means;
    private readonly double[] _scales;

    public LinearClassifier(GeneratedRows rows, int classes, int steps = 200, double rate = 0.5)
    {
        _weights = new double[classes, rows.Features + 1];
        _means = [.. Enumerable.Range(0, rows.Features).Select(c => Enumerable.Range(0, rows.Rows).Average(r => (double)rows.Row(r)[c]))];
        _scales = [.. Enumerable.Range(0, rows.Features).Select(c => Math.Sqrt(1e-6 + Enumerable.Range(0, rows.Rows).Average(r => Math.Pow(rows.Row(r)[c] - _means[c], 2))))];
        for (int step = 0; step < steps; step++)
        {
            double[,] gradient = new double[classes, rows.Features + 1];
            for (int row = 0; row < rows.Rows; row++)
            {
                double[] probabilities = Probabilities(rows.Row(row));
                for (int k = 0; k < classes; k++)
                {
                    double error = (probabilities[k] - (rows.Labels[row] == k ? 1 : 0)) / rows.Rows;
                    for (int c = 0; c < rows.Features; c++)
                    {
                        gradient[k, c] += error * Scaled(rows.Row(row), c);
                    }

                    gradient[k, rows.Features] += error;
                }
            }

            for (int k = 0; k < classes; k++)
            {
                for (int c = 0; c <= rows.Features; c++)
                {
                    _weights[k, c] -= rate * gradient[k, c];
                }
            }
        }
    }

    public double[] Probabilities(ReadOnlySpan<float> row)
    {
        int features = _means.Length;
        double[] scores = new double[_weights.GetLength(0)];
        for (int k = 0; k < scores.Length; k++)
        {
            scores[k] = _weights[k, features];
            for (int c = 0; c < features; c++)
            {
                scores[k] += _weights[k, c] * Scaled(row, c);
            }
        }

        double largest = scores.Max();
        double sum = scores.Sum(score => Math.Exp(score - largest));
        return [.. scores.Select(score => Math.Exp(score - largest) / sum)];
    }

    public double Accuracy(GeneratedRows rows) => Enumerable.Range(0, rows.Rows).Average(row => Best(rows.Row(row)) == rows.Labels[row] ? 1.0 : 0.0);

    private int Best(ReadOnlySpan<float> row)
    {
        double[] probabilities = Probabilities(row);
        return Array.IndexOf(probabilities, probabilities.Max());
    }

    private double Scaled(ReadOnlySpan<float> row, int column) => (row[column] - _means[column]) / _scales[column];
}
