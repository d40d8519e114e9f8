namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>Losses by plain loops.</summary>
internal static class LossReference
{
    /// <summary>The mean, the sum or each of a loss of pairs.</summary>
    internal static Plain Pairs(Plain x, Plain y, Func<double, double, double> loss, LossReduction reduction = LossReduction.Mean)
    {
        Plain each = x.Zip(y, loss);
        return reduction switch
        {
            LossReduction.None => each,
            LossReduction.Sum => new Plain([], [each.Values.Sum()]),
            _ => new Plain([], [each.Values.Length == 0 ? double.NaN : each.Values.Average()]),
        };
    }

    internal static double Logits(double x, double y, double positive = 1) => ((1 - y) * x) + ((1 + ((positive - 1) * y)) * (Math.Max(-x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)))));

    /// <summary>Binary cross-entropy of probabilities, whose logarithms are held above −100.</summary>
    internal static double Likelihood(double p, double target) => -(target * Clamped(p)) - ((1 - target) * Clamped(1 - p));

    internal static double Rounded(double apart, double width, double height)
    {
        double size = Math.Abs(apart / width);
        return height * (size < 1 ? size * size / 2 : size - 0.5);
    }

    /// <summary>Cross-entropy of scores [N, C], or of log-probabilities, and labels.</summary>
    internal static Plain Classes(Plain x, long[] labels, double[]? weight = null, long ignored = -100, double smoothing = 0, LossReduction reduction = LossReduction.Mean, bool scores = true)
    {
        int classes = x.Shape[1];
        Plain logarithms = scores ? NormalizationReference.Softmax(x, 1, true) : x;
        double[] losses = new double[labels.Length];
        double total = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == ignored)
            {
                continue;
            }

            double own = weight?[labels[i]] ?? 1;
            total += own;
            losses[i] = -(1 - smoothing) * own * logarithms[i, (int)labels[i]];
            for (int c = 0; c < classes && smoothing > 0; c++)
            {
                losses[i] -= smoothing / classes * (weight?[c] ?? 1) * logarithms[i, c];
            }
        }

        return reduction == LossReduction.None ? new Plain([labels.Length], losses) : new Plain([], [losses.Sum() / (reduction == LossReduction.Sum ? 1 : total)]);
    }

    private static double Clamped(double p) => Math.Log(p) is var logarithm && logarithm < -100 ? -100 : logarithm;

    /// <summary>Connectionist temporal classification of log-probabilities [T, N, C] by its definition: the sum over every way to take a class at each step that leaves the labels when repetitions and blanks are taken out.</summary>
    internal static Plain Ctc(Plain x, long[] labels, int[] first, int[] steps, int[] lengths, long blank, LossReduction reduction)
    {
        double[] losses = [.. Enumerable.Range(0, x.Shape[1]).Select(n => -Math.Log(Paths(x, n, steps[n], labels.AsSpan(first[n], lengths[n]).ToArray(), blank)))];
        return reduction switch
        {
            LossReduction.None => new Plain([losses.Length], losses),
            LossReduction.Sum => new Plain([], [losses.Sum()]),
            _ => new Plain([], [losses.Select((loss, n) => loss / Math.Max(1, lengths[n])).Average()]),
        };
    }

    private static double Paths(Plain x, int sample, int steps, long[] labels, long blank)
    {
        int classes = x.Shape[2];
        double total = 0;
        for (int path = 0; path < (int)Math.Pow(classes, steps); path++)
        {
            long[] taken = [.. Enumerable.Range(0, steps).Select(t => (long)(path / (int)Math.Pow(classes, t) % classes))];
            if (taken.Where((c, t) => c != blank && (t == 0 || taken[t - 1] != c)).SequenceEqual(labels))
            {
                total += Math.Exp(Enumerable.Range(0, steps).Sum(t => x[t, sample, (int)taken[t]]));
            }
        }

        return total;
    }
}
