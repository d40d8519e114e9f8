using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="Bilinear"/>.</summary>
public sealed record BilinearOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="in1Features">The size of the last axis of the first input.</param>
    /// <param name="in2Features">The size of the last axis of the second input.</param>
    /// <param name="outFeatures">The size of the last axis of the output.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public BilinearOptions(int in1Features, int in2Features, int outFeatures, bool bias = true, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(in1Features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(in2Features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outFeatures, 1);
        In1Features = in1Features;
        In2Features = in2Features;
        OutFeatures = outFeatures;
        Bias = bias;
        DType = dtype;
    }

    /// <summary>The size of the last axis of the first input.</summary>
    public int In1Features { get; }

    /// <summary>The size of the last axis of the second input.</summary>
    public int In2Features { get; }

    /// <summary>The size of the last axis of the output.</summary>
    public int OutFeatures { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }
}
