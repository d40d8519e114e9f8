using Gradus.Learning.Initializers;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>A form that is linear in each of two inputs: y[.., k] = Σ x₁[.., i] W[k, i, j] x₂[.., j] + b[k].</summary>
/// <remarks>
/// Inputs [*, in1Features] and [*, in2Features] with the same *, output [*, outFeatures]; <c>weight</c> [outFeatures, in1Features, in2Features], <c>bias</c> [outFeatures]. Both begin uniform in ±1/√in1Features.
/// </remarks>
public sealed class Bilinear : Module
{
    private readonly ModuleTensor _weight;
    private readonly ModuleTensor? _bias;

    /// <summary>Makes the layer.</summary>
    /// <param name="in1Features">The size of the last axis of the first input.</param>
    /// <param name="in2Features">The size of the last axis of the second input.</param>
    /// <param name="outFeatures">The size of the last axis of the output.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public Bilinear(int in1Features, int in2Features, int outFeatures, bool bias = true, DType dtype = DType.Float32)
        : this(new BilinearOptions(in1Features, in2Features, outFeatures, bias, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public Bilinear(BilinearOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _weight = RegisterParameter("weight", Tensor.Zeros(options.DType, options.OutFeatures, options.In1Features, options.In2Features));
        _bias = options.Bias ? RegisterParameter("bias", Tensor.Zeros(options.DType, options.OutFeatures)) : null;
    }

    /// <summary>How the layer was made.</summary>
    public BilinearOptions Options { get; }

    /// <summary>W, of shape [outFeatures, in1Features, in2Features].</summary>
    public Tensor Weight => _weight.Value;

    /// <summary>b, of shape [outFeatures], or null.</summary>
    public Tensor? Bias => _bias?.Value;

    /// <summary>Computes the output.</summary>
    /// <param name="first">x₁, of shape [*, in1Features].</param>
    /// <param name="second">x₂, of shape [*, in2Features].</param>
    /// <returns>y, of shape [*, outFeatures].</returns>
    /// <exception cref="ArgumentException">The shapes do not fit; the message names both.</exception>
    public Tensor Forward(Tensor first, Tensor second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Span<Tensor> inputs = [first, second];
        Enter(inputs);
        (Tensor x, Tensor y) = (inputs[0], inputs[1]);
        bool fits = x.Rank >= 1 && y.Rank == x.Rank && x.Shape[..^1].SequenceEqual(y.Shape[..^1]) && x.Shape[^1] == Options.In1Features && y.Shape[^1] == Options.In2Features;
        if (!fits)
        {
            throw new ArgumentException(
                $"Bilinear({Options.In1Features}, {Options.In2Features}, {Options.OutFeatures}) got inputs of shape [{string.Join(", ", x.Shape.ToArray())}] and [{string.Join(", ", y.Shape.ToArray())}]; they must be [.., {Options.In1Features}] and [.., {Options.In2Features}] with the same sizes before.",
                nameof(second));
        }

        // [out · in1, in2] takes y to every x₁'s partner at once; then the products with x₁ are summed.
        Tensor partners = y.Linear(_weight.Value.Reshape(Options.OutFeatures * Options.In1Features, Options.In2Features)).Unflatten(-1, [Options.OutFeatures, Options.In1Features]);
        Tensor output = partners.MatMul(x.Unsqueeze(-1)).Squeeze(-1);
        return Leave(inputs, _bias is null ? output : output + _bias.Value);
    }

    /// <inheritdoc/>
    protected internal override long MultiplyAdds(IReadOnlyList<Tensor> inputs, Tensor output) => (long)output.ElementCount * Options.In1Features * (Options.In2Features + 1);

    /// <inheritdoc/>
    protected override string Describe() => $"in1_features={Options.In1Features}, in2_features={Options.In2Features}, out_features={Options.OutFeatures}, bias={Options.Bias}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        Uniform uniform = new(-1 / Math.Sqrt(Options.In1Features), 1 / Math.Sqrt(Options.In1Features));
        uniform.Fill(_weight.Stored, rng);
        if (_bias is not null)
        {
            uniform.Fill(_bias.Stored, rng);
        }
    }
}
