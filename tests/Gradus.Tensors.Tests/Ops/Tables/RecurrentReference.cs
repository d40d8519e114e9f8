namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Recurrent sequences row by row and number by number, apart from the engine.</summary>
internal static class RecurrentReference
{
    /// <summary>Output, last hidden and last cell state, one behind the other.</summary>
    /// <param name="kind">lstm, gru, rnn or relu.</param>
    /// <param name="inputs">x, W_ih, W_hh, then b_ih and b_hh, then h and c where they are given.</param>
    /// <param name="batchFirst">Whether x is [batch, time, features].</param>
    /// <param name="reverse">Whether each row is read from its end.</param>
    /// <param name="length">The length of a row, from its index and the steps.</param>
    internal static Plain Run(string kind, IReadOnlyList<Plain> inputs, bool batchFirst, bool reverse, Func<int, int, int> length)
    {
        Plain x = inputs[0];
        int steps = x.Shape[batchFirst ? 1 : 0], rows = x.Shape[batchFirst ? 0 : 1], hidden = inputs[2].Shape[1];
        Plain output = batchFirst ? new Plain(rows, steps, hidden) : new Plain(steps, rows, hidden);
        List<double> last = [], cells = [];
        for (int row = 0; row < rows; row++)
        {
            double[] h = new double[hidden], c = new double[hidden];
            for (int j = 0; j < hidden; j++)
            {
                h[j] = inputs.Count > 5 ? inputs[5][row, j] : 0;
                c[j] = inputs.Count > 6 ? inputs[6][row, j] : 0;
            }

            int count = length(row, steps);
            for (int step = 0; step < count; step++)
            {
                int time = reverse ? count - 1 - step : step;
                double[] features = [.. Enumerable.Range(0, x.Shape[2]).Select(f => batchFirst ? x[row, time, f] : x[time, row, f])];
                Step(kind, Affine(inputs, 1, features), Affine(inputs, 2, h), h, c);
                for (int j = 0; j < hidden; j++)
                {
                    if (batchFirst)
                    {
                        output[row, time, j] = h[j];
                    }
                    else
                    {
                        output[time, row, j] = h[j];
                    }
                }
            }

            last.AddRange(h);
            cells.AddRange(kind == "lstm" ? c : []);
        }

        double[] all = [.. output.Values, .. last, .. cells];
        return new Plain([all.Length], all);
    }

    private static double[] Affine(IReadOnlyList<Plain> inputs, int weight, double[] values)
    {
        double[] result = new double[inputs[weight].Shape[0]], weights = inputs[weight].Values;
        for (int i = 0; i < result.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                result[i] += weights[(i * values.Length) + j] * values[j];
            }

            result[i] += inputs.Count > 3 ? inputs[weight + 2].Values[i] : 0;
        }

        return result;
    }

    private static void Step(string kind, double[] a, double[] b, double[] h, double[] c)
    {
        int n = h.Length;
        for (int j = 0; j < n; j++)
        {
            switch (kind)
            {
                case "lstm":
                    c[j] = (Sigmoid(a[n + j] + b[n + j]) * c[j]) + (Sigmoid(a[j] + b[j]) * Math.Tanh(a[(2 * n) + j] + b[(2 * n) + j]));
                    h[j] = Sigmoid(a[(3 * n) + j] + b[(3 * n) + j]) * Math.Tanh(c[j]);
                    break;
                case "gru":
                    double update = Sigmoid(a[n + j] + b[n + j]);
                    h[j] = ((1 - update) * Math.Tanh(a[(2 * n) + j] + (Sigmoid(a[j] + b[j]) * b[(2 * n) + j]))) + (update * h[j]);
                    break;
                case "rnn":
                    h[j] = Math.Tanh(a[j] + b[j]);
                    break;
                default:
                    h[j] = Math.Max(0, a[j] + b[j]);
                    break;
            }
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
