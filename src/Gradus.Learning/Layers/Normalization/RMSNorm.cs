using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Root mean square normalization (Zhang and Sennrich, 2019): y = γ x / √(mean of x² + ε) over the last dimensions of each example.</summary>
/// <remarks>
/// Input and output [.., normalizedShape]. Layer normalization without mean and shift, which is cheaper and as good in Transformers. Parameter <c>weight</c> γ (ones) of the normalized shape.
/// </remarks>
public sealed class RMSNorm : Layer
{
    private readonly int[] _shape;
    private readonly ModuleTensor? _weight;

    /// <summary>Makes the layer for one dimension.</summary>
    /// <param name="normalizedShape">The size of the last dimension.</param>
    /// <param name="epsilon">ε; by default the distance from 1 to the next number of the element type, as in PyTorch.</param>
    /// <param name="elementwiseAffine">Whether γ is learned.</param>
    /// <param name="dtype">The element type of γ.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1, or epsilon is negative.</exception>
    public RMSNorm(int normalizedShape, double? epsilon = null, bool elementwiseAffine = true, DType dtype = DType.Float32)
        : this([normalizedShape], epsilon, elementwiseAffine, dtype)
    {
    }

    /// <summary>Makes the layer for several dimensions.</summary>
    /// <param name="normalizedShape">The sizes of the last dimensions.</param>
    /// <param name="epsilon">ε; by default the distance from 1 to the next number of the element type, as in PyTorch.</param>
    /// <param name="elementwiseAffine">Whether γ is learned.</param>
    /// <param name="dtype">The element type of γ.</param>
    /// <exception cref="ArgumentException">There is no size or one is below 1, or epsilon is negative.</exception>
    public RMSNorm(IReadOnlyList<int> normalizedShape, double? epsilon = null, bool elementwiseAffine = true, DType dtype = DType.Float32)
    {
        LayerNormOptions checkedOptions = new(normalizedShape, epsilon ?? 0, elementwiseAffine, bias: false, dtype);
        Epsilon = epsilon;
        _shape = [.. checkedOptions.NormalizedShape];
        _weight = elementwiseAffine ? RegisterParameter("weight", Tensor.Ones(dtype, _shape)) : null;
    }

    /// <summary>The sizes of the last dimensions, over which is normalized.</summary>
    public IReadOnlyList<int> NormalizedShape => _shape;

    /// <summary>ε, or null for that of the element type.</summary>
    public double? Epsilon { get; }

    /// <summary>γ, or null.</summary>
    public Tensor? Weight => _weight?.Value;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.RmsNorm(_shape, Weight, Epsilon);

    /// <inheritdoc/>
    protected override string Describe() => $"{PythonText.Tuple(_shape)}, eps={(Epsilon is { } epsilon ? PythonText.Number(epsilon) : "None")}, elementwise_affine={_weight is not null}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng) => _weight?.Stored.Fill(1);
}
