using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Targets as one share for each class, which mixed images have.</summary>
internal static class ClassShares
{
    /// <summary>Mixes the targets of each row with those of the row before it, the first with the last: λ of its own and 1 − λ of the other.</summary>
    /// <param name="targets">Classes, int64 [B], or shares, float32 [B, K].</param>
    /// <param name="classes">K.</param>
    /// <param name="own">λ.</param>
    /// <param name="what">Who asks.</param>
    /// <returns>Shares, float32 [B, K].</returns>
    internal static Tensor Mix(Tensor targets, int classes, double own, string what)
    {
        float[] shares = Read(targets, classes, what);
        Tensor mixed = Tensor.Empty(DType.Float32, targets.Shape[0], classes);
        RowBlend.Run(shares, mixed.AsWritableSpan<float>(), classes, own);
        return mixed;
    }

    private static float[] Read(Tensor targets, int classes, string what)
    {
        if (targets is { DType: DType.Float32, Rank: 2 } && targets.Shape[1] == classes)
        {
            return targets.ToArray<float>();
        }

        if (targets is not { DType: DType.Int64, Rank: 1 })
        {
            throw new ArgumentException($"{what} got targets {targets.DType} [{string.Join(", ", targets.Shape.ToArray())}]; it mixes classes, Int64 [B], or shares, Float32 [B, {classes}].", nameof(targets));
        }

        long[] labels = targets.ToArray<long>();
        float[] shares = new float[labels.Length * classes];
        for (int row = 0; row < labels.Length; row++)
        {
            shares[(row * classes) + (labels[row] >= 0 && labels[row] < classes
                ? (int)labels[row]
                : throw new ArgumentException($"{what} got the class {labels[row]} in row {row}; it was made for {classes} classes, 0 to {classes - 1}.", nameof(targets)))] = 1;
        }

        return shares;
    }
}
