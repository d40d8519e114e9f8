using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Group normalization (Wu and He, 2018): y = γ (x − μ) / √(σ² + ε) + β, with mean and biased variance over a group of channels of one example.</summary>
/// <remarks>
/// Input and output [N, C, ...]. It computes the same in training and evaluation and does not look at the batch. With one group it normalizes all channels together, with as many as channels it is instance
/// normalization. Parameters <c>weight</c> γ (ones) and <c>bias</c> β (zeros), one for each channel.
/// </remarks>
public sealed class GroupNorm : Layer
{
    private readonly ModuleTensor? _weight;
    private readonly ModuleTensor? _bias;

    /// <summary>Makes the layer.</summary>
    /// <param name="numGroups">Into how many groups of neighbours the channels are cut.</param>
    /// <param name="numChannels">C, the size of the second axis of the input.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="affine">Whether γ and β are learned.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentException">A count is below 1, epsilon is negative, or the groups do not divide the channels.</exception>
    public GroupNorm(int numGroups, int numChannels, double epsilon = 1e-5, bool affine = true, DType dtype = DType.Float32)
        : this(new GroupNormOptions(numGroups, numChannels, epsilon, affine, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public GroupNorm(GroupNormOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        if (options.Affine)
        {
            _weight = RegisterParameter("weight", Tensor.Ones(options.DType, options.NumChannels));
            _bias = RegisterParameter("bias", Tensor.Zeros(options.DType, options.NumChannels));
        }
    }

    /// <summary>How the layer was made.</summary>
    public GroupNormOptions Options { get; }

    /// <summary>γ, of shape [C], or null.</summary>
    public Tensor? Weight => _weight?.Value;

    /// <summary>β, of shape [C], or null.</summary>
    public Tensor? Bias => _bias?.Value;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Rank >= 2 && input.Shape[1] == Options.NumChannels
        ? input.GroupNorm(Options.NumGroups, Weight, Bias, Options.Epsilon)
        : throw new ArgumentException(
            $"GroupNorm({Options.NumGroups}, {Options.NumChannels}) got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must be [batch, {Options.NumChannels}, ...].", nameof(input));

    /// <inheritdoc/>
    protected override string Describe() => $"{Options.NumGroups}, {Options.NumChannels}, eps={PythonText.Number(Options.Epsilon)}, affine={Options.Affine}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        _weight?.Stored.Fill(1);
        _bias?.Stored.Fill(0);
    }
}
