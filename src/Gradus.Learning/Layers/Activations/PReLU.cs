using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x where it is positive, else slope · x, with a slope that is learned (He et al., 2015).</summary>
/// <remarks>Any shape with one slope, [N, C, ...] with one for each channel. Do not decay <c>weight</c>: that pulls it towards a plain ReLU.</remarks>
public sealed class PReLU : Layer
{
    private readonly ModuleTensor _weight;

    /// <summary>Makes the layer.</summary>
    /// <param name="numParameters">1, the default, for one slope, or the number of channels.</param>
    /// <param name="init">What slopes begin with; 0.25 by default.</param>
    /// <param name="dtype">The element type of the slopes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no slope.</exception>
    public PReLU(int numParameters = 1, double init = 0.25, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numParameters, 1);
        NumParameters = numParameters;
        Init = init;
        _weight = RegisterParameter("weight", Tensor.Zeros(dtype, numParameters));
    }

    /// <summary>How many slopes there are.</summary>
    public int NumParameters { get; }

    /// <summary>What slopes begin with.</summary>
    public double Init { get; }

    /// <summary>The slopes, of shape [numParameters].</summary>
    public Tensor Weight => _weight.Value;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Prelu(Weight);

    /// <inheritdoc/>
    protected override string Describe() => $"num_parameters={NumParameters}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng) => _weight.Stored.Fill(Init);
}
