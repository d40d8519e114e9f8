using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Checks labels of classes.</summary>
internal static class ClassLabels
{
    internal static void DemandWhole(string loss, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.DType is not (DType.Int64 or DType.Int32))
        {
            throw new ArgumentException($"{loss} got labels of {labels.DType}; it needs Int64. Class probabilities are given as new Probabilities(targets), whole numbers with To(DType.Int64).", nameof(labels));
        }
    }

    /// <summary>Whether labels [N, ...] fit scores [N, C, ...] and each names a class.</summary>
    internal static void Demand(string loss, Tensor scores, Tensor labels)
    {
        DemandWhole(loss, labels);
        if (scores.Rank < 2 || !labels.Shape.SequenceEqual([scores.Shape[0], .. scores.Shape[2..]]))
        {
            throw new ArgumentException(
                $"{loss} got scores [{string.Join(", ", scores.Shape.ToArray())}] and labels [{string.Join(", ", labels.Shape.ToArray())}]; it needs [N, C, ...] and [N, ...].", nameof(labels));
        }

        foreach (long label in labels.ToArray<long>())
        {
            if (label < 0 || label >= scores.Shape[1])
            {
                throw new ArgumentOutOfRangeException(nameof(labels), label, $"{loss} got label {label}; it must lie from 0 to {scores.Shape[1] - 1} for {scores.Shape[1]} classes.");
            }
        }
    }

    /// <summary>The weight of each label's class.</summary>
    internal static Tensor Weights(Tensor weight, Tensor scores, Tensor labels) => weight.Rank == 1 && weight.Shape[0] == scores.Shape[1]
        ? weight.To(scores.DType).IndexSelect(0, labels.Flatten()).Reshape(labels.Shape)
        : throw new ArgumentException($"The weights of classes have shape [{string.Join(", ", weight.Shape.ToArray())}]; there are {scores.Shape[1]} classes.", nameof(weight));
}
