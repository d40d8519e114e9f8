using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>What losses that are made of operators share.</summary>
internal static class Reduced
{
    // The least normal float32: powers below 1 have no finite slope at 0.
    private const double Least = 1.1754943508222875e-38;

    /// <summary>Losses as a mean, a sum, or each by itself.</summary>
    internal static Tensor By(LossReduction reduction, Tensor losses) => reduction switch
    {
        LossReduction.None => losses,
        LossReduction.Sum => losses.Sum(),
        _ => losses.Mean(),
    };

    /// <summary>Losses times the probability of what is wrong to the power γ.</summary>
    internal static Tensor Focused(Tensor losses, Tensor wrong, double gamma) => gamma switch
    {
        0 => losses,
        > 0 => losses * wrong.Clamp(Least).Pow(gamma),
        _ => throw new ArgumentException($"A focal loss got gamma {gamma}; it must be at least 0."),
    };

    internal static void SameShape(string loss, Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        if (!predictions.Shape.SequenceEqual(targets.Shape))
        {
            throw new ArgumentException(
                $"{loss} got predictions [{string.Join(", ", predictions.Shape.ToArray())}] and targets [{string.Join(", ", targets.Shape.ToArray())}]; the shapes must be equal. Did you forget Squeeze or Flatten?", nameof(targets));
        }
    }
}
