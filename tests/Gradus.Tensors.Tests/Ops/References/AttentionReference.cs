namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>Attention by plain loops.</summary>
internal static class AttentionReference
{
    /// <summary>softmax(Q Kᵀ · scale + mask) V; a query that may see no key gets 0.</summary>
    /// <param name="x">Q, K and V; leading dimensions broadcast.</param>
    /// <param name="mask">What is added to the score of an index of [.., T, S].</param>
    /// <param name="scale">1 / √D by default.</param>
    /// <param name="causal">Whether what is behind a query is not looked at.</param>
    internal static Plain Attend(IReadOnlyList<Plain> x, Func<int[], double>? mask = null, double? scale = null, bool causal = false)
    {
        Plain q = x[0], k = x[1], v = x[2];
        int[] lead = Plain.Broadcast(Plain.Broadcast(q.Shape[..^2], k.Shape[..^2]), v.Shape[..^2]);
        int keys = k.Shape[^2], depth = q.Shape[^1];
        double factor = scale ?? (1 / Math.Sqrt(depth));
        Plain y = new([.. lead, q.Shape[^2], v.Shape[^1]]);
        foreach (int[] row in Plain.Indices([.. lead, q.Shape[^2]]))
        {
            double[] scores = new double[keys];
            for (int j = 0; j < keys; j++)
            {
                for (int d = 0; d < depth; d++)
                {
                    scores[j] += At(q, row[..^1], row[^1], d) * At(k, row[..^1], j, d) * factor;
                }

                scores[j] = causal && j > row[^1] ? double.NegativeInfinity : scores[j] + (mask?.Invoke([.. row, j]) ?? 0);
            }

            // LINQ's maximum passes over NaN, which wins here.
            double top = scores.Any(double.IsNaN) ? double.NaN : scores.DefaultIfEmpty(double.NegativeInfinity).Max(), sum = scores.Sum(score => Math.Exp(score - top));
            for (int column = 0; column < v.Shape[^1] && !double.IsNegativeInfinity(top); column++)
            {
                for (int j = 0; j < keys; j++)
                {
                    y[[.. row, column]] += Math.Exp(scores[j] - top) / sum * At(v, row[..^1], j, column);
                }
            }
        }

        return y;
    }

    private static double At(Plain x, int[] lead, int row, int column)
    {
        int skipped = lead.Length - (x.Rank - 2);
        int[] index = [.. lead[skipped..].Select((at, i) => x.Shape[i] == 1 ? 0 : at), row, column];
        return x[index];
    }
}
