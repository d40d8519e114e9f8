using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x where it is positive, else slope · x, with a slope drawn for each value in training and their mean in evaluation (Xu et al., 2015).</summary>
/// <remarks>Any shape. Slopes come from a stream keyed by the seed of the model and the path of the layer.</remarks>
public sealed class RReLU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="lower">The least slope; 1/8 by default.</param>
    /// <param name="upper">The greatest slope; 1/3 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The least is negative or above the greatest.</exception>
    public RReLU(double lower = 1.0 / 8, double upper = 1.0 / 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lower);
        ArgumentOutOfRangeException.ThrowIfLessThan(upper, lower);
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The least slope.</summary>
    public double Lower { get; }

    /// <summary>The greatest slope.</summary>
    public double Upper { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        if (!Training)
        {
            return input.LeakyRelu((Lower + Upper) / 2);
        }

        Tensor slopes = (Tensor.Rand(Stream("slopes"), input.DType, input.Shape) * (Upper - Lower)) + Lower;
        return Tensor.Where(input.Greater(0), input, input * slopes);
    }

    /// <inheritdoc/>
    protected override string Describe() => $"lower={PythonText.Number(Lower)}, upper={PythonText.Number(Upper)}";
}
