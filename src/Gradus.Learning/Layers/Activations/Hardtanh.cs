using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x between two bounds, the bounds outside, value by value.</summary>
/// <remarks>Any shape. No gradient flows at and beyond the bounds.</remarks>
public sealed class Hardtanh : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="minVal">The lower bound; −1 by default.</param>
    /// <param name="maxVal">The upper bound; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The upper bound is not above the lower.</exception>
    public Hardtanh(double minVal = -1, double maxVal = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxVal, minVal);
        MinVal = minVal;
        MaxVal = maxVal;
    }

    /// <summary>The lower bound.</summary>
    public double MinVal { get; }

    /// <summary>The upper bound.</summary>
    public double MaxVal { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Hardtanh(MinVal, MaxVal);

    /// <inheritdoc/>
    protected override string Describe() => $"min_val={PythonText.Number(MinVal)}, max_val={PythonText.Number(MaxVal)}";
}
