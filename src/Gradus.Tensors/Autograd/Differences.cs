using System.Globalization;

namespace Gradus.Tensors.Autograd;

/// <summary>Central differences of a function at a point, compared with gradients; the worst disagreement is kept.</summary>
internal sealed class Differences(WeightedFunction function, IReadOnlyList<Tensor> inputs, Tensor[] gradients, double eps, double absolute, double relative)
{
    private string? _worst;
    private double _excess;

    /// <summary>Moves one element after the other.</summary>
    internal string? AtEveryElement()
    {
        using NoGrad none = NoGrad.Enter();
        for (int i = 0; i < inputs.Count; i++)
        {
            double[] computed = gradients[i].ToArray<double>();
            for (int j = 0; j < computed.Length; j++)
            {
                double before = inputs[i].AsSpan<double>()[j];
                double above = At(i, j, before + eps), below = At(i, j, before - eps);
                inputs[i].AsWritableSpan<double>()[j] = before;
                Note($"input {i}, element {j}", computed[j], (above - below) / (2 * eps));
            }
        }

        return _worst;
    }

    /// <summary>Moves all elements of all inputs at once in random directions of length 1.</summary>
    internal string? InDirections(int count)
    {
        using NoGrad none = NoGrad.Enter();
        Rng rng = new(3);
        double[][] start = [.. inputs.Select(input => input.ToArray<double>())];
        double[][] computed = Array.ConvertAll(gradients, gradient => gradient.ToArray<double>());
        for (int direction = 0; direction < count; direction++)
        {
            double[][] step = Array.ConvertAll(start, values => Array.ConvertAll(values, _ => rng.NextNormal()));
            double length = Math.Sqrt(step.Sum(values => values.Sum(value => value * value)));
            double slope = 0;
            for (int i = 0; i < step.Length; i++)
            {
                for (int j = 0; j < step[i].Length; j++)
                {
                    step[i][j] /= length;
                    slope += computed[i][j] * step[i][j];
                }
            }

            Move(start, step, eps);
            double above = function.Total(inputs);
            Move(start, step, -eps);
            double below = function.Total(inputs);
            Move(start, step, 0);
            Note($"direction {direction}", slope, (above - below) / (2 * eps));
        }

        return _worst;
    }

    private double At(int input, int element, double value)
    {
        inputs[input].AsWritableSpan<double>()[element] = value;
        return function.Total(inputs);
    }

    private void Move(double[][] start, double[][] step, double by)
    {
        for (int i = 0; i < start.Length; i++)
        {
            Span<double> values = inputs[i].AsWritableSpan<double>();
            for (int j = 0; j < values.Length; j++)
            {
                values[j] = start[i][j] + (by * step[i][j]);
            }
        }
    }

    private void Note(string where, double computed, double expected)
    {
        double over = Math.Abs(computed - expected) - (absolute + (relative * Math.Abs(expected)));
        if (!(over <= _excess))
        {
            _excess = over;
            _worst = string.Create(CultureInfo.InvariantCulture, $"{where}: autograd gives {computed:R}, differences give {expected:R}");
        }
    }
}
