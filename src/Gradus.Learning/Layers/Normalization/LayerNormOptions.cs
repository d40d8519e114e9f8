using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="LayerNorm"/>.</summary>
public sealed record LayerNormOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="normalizedShape">The sizes of the last dimensions, over which is normalized.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="elementwiseAffine">Whether a scale is learned for each element.</param>
    /// <param name="bias">Whether a shift is learned beside it.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or epsilon is negative.</exception>
    /// <exception cref="ArgumentException">The shape is empty.</exception>
    public LayerNormOptions(IReadOnlyList<int> normalizedShape, double epsilon = 1e-5, bool elementwiseAffine = true, bool bias = true, DType dtype = DType.Float32)
    {
        ArgumentNullException.ThrowIfNull(normalizedShape);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (normalizedShape.Count == 0)
        {
            throw new ArgumentException("A normalization got an empty shape; give the sizes of the last dimensions, such as 64.", nameof(normalizedShape));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(normalizedShape.Min(), 1, nameof(normalizedShape));
        NormalizedShape = [.. normalizedShape];
        Epsilon = epsilon;
        ElementwiseAffine = elementwiseAffine;
        Bias = bias;
        DType = dtype;
    }

    /// <summary>The sizes of the last dimensions, over which is normalized.</summary>
    public IReadOnlyList<int> NormalizedShape { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Whether a scale is learned for each element.</summary>
    public bool ElementwiseAffine { get; }

    /// <summary>Whether a shift is learned beside it.</summary>
    public bool Bias { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }
}
