using System.Globalization;
using Gradus.Learning.Initializers;
using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>A linear (fully connected) layer: y = x Wᵀ + b.</summary>
/// <remarks>
/// Input [*, inFeatures], output [*, outFeatures]; <c>weight</c> [outFeatures, inFeatures], <c>bias</c> [outFeatures]. Both begin uniform in ±1/√inFeatures,
/// as PyTorch's do (He uniform with a = √5). The lab zero-initialization shows what happens with equal weights.
/// </remarks>
public sealed class Linear : Layer
{
    private readonly ModuleTensor _weight;
    private readonly ModuleTensor? _bias;

    /// <summary>Makes the layer.</summary>
    /// <param name="inFeatures">The size of the last axis of the input.</param>
    /// <param name="outFeatures">The size of the last axis of the output.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public Linear(int inFeatures, int outFeatures, bool bias = true, DType dtype = DType.Float32)
        : this(new LinearOptions(inFeatures, outFeatures, bias, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public Linear(LinearOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _weight = RegisterParameter("weight", Tensor.Zeros(options.DType, options.OutFeatures, options.InFeatures));
        _bias = options.Bias ? RegisterParameter("bias", Tensor.Zeros(options.DType, options.OutFeatures)) : null;
    }

    /// <summary>How the layer was made.</summary>
    public LinearOptions Options { get; }

    /// <summary>W, of shape [outFeatures, inFeatures].</summary>
    public Tensor Weight => _weight.Value;

    /// <summary>b, of shape [outFeatures], or null.</summary>
    public Tensor? Bias => _bias?.Value;

    internal override bool TakesExamplesApart => !Training && !IsWatched;

    // The fused gradients of tanh and the sigmoid round otherwise than theirs: whether a hook watches must not change a bit of a training.
    internal override bool Takes(in Tail tail) => tail.Norm is null && tail.Residual is null && (tail.Activation is Activation.None or Activation.Relu || !NoGrad.IsRecording);

    /// <summary>Whether this is a batch of rows that the layer takes.</summary>
    internal bool Fits(Tensor input) => input.Rank == 2 && input.Shape[1] == Options.InFeatures;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => Compute(input, default(Tail));

    /// <inheritdoc/>
    protected internal override long MultiplyAdds(IReadOnlyList<Tensor> inputs, Tensor output) => (long)output.ElementCount * Options.InFeatures;

    // A row is mixed as a whole; of a sequence each place by itself.
    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => inputs[0].Rank <= 2 ? field?.Everything() : field;

    /// <inheritdoc/>
    protected override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"in_features={Options.InFeatures}, out_features={Options.OutFeatures}, bias={Options.Bias}");

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        Uniform uniform = new(-1 / Math.Sqrt(Options.InFeatures), 1 / Math.Sqrt(Options.InFeatures));
        (Options.WeightInitializer ?? uniform).Fill(_weight.Stored, rng);
        if (_bias is not null)
        {
            (Options.BiasInitializer ?? uniform).Fill(_bias.Stored, rng);
        }
    }

    private protected override Tensor Compute(Tensor input, in Tail tail) => input.Linear(_weight.Value, _bias?.Value, tail.Activation);
}
