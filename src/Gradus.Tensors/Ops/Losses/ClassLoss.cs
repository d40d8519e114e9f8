namespace Gradus.Tensors.Ops.Losses;

/// <summary>Losses of classes with basic operators: for float64, for targets that are probabilities, and where the gradient of a fused gradient is wanted.</summary>
internal static class ClassLoss
{
    /// <summary>[N, C, ...] as [N, ..., C].</summary>
    internal static Tensor ClassesLast(Tensor x, int axis)
    {
        if (axis == x.Rank - 1)
        {
            return x;
        }

        int[] order = new int[x.Rank];
        for (int i = 0, place = 0; i < x.Rank; i++)
        {
            if (i != axis)
            {
                order[place++] = i;
            }
        }

        order[^1] = axis;
        return x.Permute(order);
    }

    /// <summary>Labels as contiguous int64 in one dimension, checked.</summary>
    internal static Tensor Labels(Tensor target, int classes, long ignored, string what)
    {
        Tensor labels = target.To(DType.Int64).Contiguous().Reshape(target.ElementCount);
        foreach (long label in labels.AsSpan<long>())
        {
            if ((label < 0 || label >= classes) && label != ignored)
            {
                throw new ArgumentOutOfRangeException(nameof(target), label, $"{what} got label {label}; it must lie from 0 to {classes - 1} for {classes} classes, or be ignoreIndex {ignored}.");
            }
        }

        GC.KeepAlive(labels);
        return labels;
    }

    /// <summary>What each class weighs in the loss of each row: (1 − ε) w_label at the label and ε w / C everywhere; 0 in rows that are ignored.</summary>
    internal static Tensor Shares(Tensor labels, int classes, Tensor? weight, long ignored, double smoothing)
    {
        DType dtype = weight?.DType ?? DType.Float32;
        float[] shares = new float[labels.ElementCount * classes];
        ReadOnlySpan<long> label = labels.AsSpan<long>();
        float[]? weights = weight?.ToArray<float>();
        for (int i = 0; i < label.Length; i++)
        {
            for (int c = 0; c < classes && label[i] != ignored; c++)
            {
                double own = weights is null ? 1 : weights[c];
                shares[(i * classes) + c] = (float)(own * ((smoothing / classes) + (c == label[i] ? 1 - smoothing : 0)));
            }
        }

        return Tensor.From(shares, labels.ElementCount, classes).To(dtype);
    }

    /// <summary>The loss of log-probabilities [N, C] and labels [N].</summary>
    internal static Tensor OfLabels(Tensor logarithms, Tensor labels, Tensor? weight, long ignored, LossReduction reduction, double smoothing)
    {
        Tensor counts = labels.NotEqual(ignored), index = Tensor.Where(counts, labels, Tensor.Scalar(0, DType.Int64)), one = counts.To(logarithms.DType);
        if (logarithms.Sizes[1] == 0 || logarithms.Sizes[0] == 0)
        {
            return Reduced(logarithms.Sum(1), one, reduction);
        }

        Tensor own = weight is null ? one : one * weight.IndexSelect(0, index);

        // Where, not a product: an ignored row may hold an infinity.
        Tensor zero = Tensor.Scalar(0, logarithms.DType);
        Tensor loss = Tensor.Where(counts, -logarithms.Gather(1, index.Unsqueeze(1)).Squeeze(1), zero) * own;
        if (smoothing > 0)
        {
            Tensor even = Tensor.Where(counts, -(weight is null ? logarithms : logarithms * weight).Sum(1), zero);
            loss = (loss * (1 - smoothing)) + (even * (smoothing / logarithms.Sizes[1]));
        }

        return Reduced(loss, own, reduction);
    }

    /// <summary>The loss of log-probabilities [.., C] and probabilities of the same shape.</summary>
    internal static Tensor OfProbabilities(Tensor logarithms, Tensor target, Tensor? weight, LossReduction reduction, double smoothing)
    {
        int classes = logarithms.Sizes[^1];
        Tensor smooth = smoothing == 0 ? target : (target * (1 - smoothing)) + (smoothing / classes);
        Tensor loss = -((weight is null ? logarithms : logarithms * weight) * smooth).Sum(-1);
        return reduction switch
        {
            LossReduction.None => loss,
            LossReduction.Sum => loss.Sum(),
            _ => loss.Sum() / loss.ElementCount,
        };
    }

    private static Tensor Reduced(Tensor loss, Tensor weights, LossReduction reduction) => reduction switch
    {
        LossReduction.None => loss,
        LossReduction.Sum => loss.Sum(),
        _ => loss.Sum() / weights.Sum(),
    };
}
