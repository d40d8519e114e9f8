using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Layer normalization (Ba, Kiros and Hinton, 2016): y = γ (x − μ) / √(σ² + ε) + β, with mean and biased variance over the last dimensions of each example.</summary>
/// <remarks>
/// Input and output [.., normalizedShape]. It computes the same in training and evaluation and does not look at the batch. Parameters <c>weight</c> γ (ones) and <c>bias</c> β (zeros), both of the normalized shape.
/// </remarks>
public sealed class LayerNorm : Layer
{
    private readonly int[] _shape;
    private readonly ModuleTensor? _weight;
    private readonly ModuleTensor? _bias;

    /// <summary>Makes the layer for one dimension.</summary>
    /// <param name="normalizedShape">The size of the last dimension.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="elementwiseAffine">Whether γ, and with it β, is learned.</param>
    /// <param name="bias">Whether β is learned beside γ.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1, or epsilon is negative.</exception>
    public LayerNorm(int normalizedShape, double epsilon = 1e-5, bool elementwiseAffine = true, bool bias = true, DType dtype = DType.Float32)
        : this(new LayerNormOptions([normalizedShape], epsilon, elementwiseAffine, bias, dtype))
    {
    }

    /// <summary>Makes the layer for several dimensions.</summary>
    /// <param name="normalizedShape">The sizes of the last dimensions.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="elementwiseAffine">Whether γ, and with it β, is learned.</param>
    /// <param name="bias">Whether β is learned beside γ.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentException">There is no size or one is below 1, or epsilon is negative.</exception>
    public LayerNorm(IReadOnlyList<int> normalizedShape, double epsilon = 1e-5, bool elementwiseAffine = true, bool bias = true, DType dtype = DType.Float32)
        : this(new LayerNormOptions(normalizedShape, epsilon, elementwiseAffine, bias, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public LayerNorm(LayerNormOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _shape = [.. options.NormalizedShape];
        if (options.ElementwiseAffine)
        {
            _weight = RegisterParameter("weight", Tensor.Ones(options.DType, _shape));
            _bias = options.Bias ? RegisterParameter("bias", Tensor.Zeros(options.DType, _shape)) : null;
        }
    }

    /// <summary>How the layer was made.</summary>
    public LayerNormOptions Options { get; }

    /// <summary>γ, or null.</summary>
    public Tensor? Weight => _weight?.Value;

    /// <summary>β, or null.</summary>
    public Tensor? Bias => _bias?.Value;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.LayerNorm(_shape, Weight, Bias, Options.Epsilon);

    /// <inheritdoc/>
    protected override string Describe() => $"{PythonText.Tuple(_shape)}, eps={PythonText.Number(Options.Epsilon)}, elementwise_affine={Options.ElementwiseAffine}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        _weight?.Stored.Fill(1);
        _bias?.Stored.Fill(0);
    }
}
