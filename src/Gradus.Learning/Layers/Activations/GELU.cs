using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x Φ(x), value by value, with the distribution function Φ of the normal distribution (Hendrycks and Gimpel, 2016).</summary>
/// <remarks>Any shape. The form "tanh" is x / 2 · (1 + tanh(√(2/π) (x + 0.044715 x³))), at most 0.0005 away.</remarks>
public sealed class GELU : Layer
{
    private readonly bool _tanh;

    /// <summary>Makes the layer.</summary>
    /// <param name="approximate">"none", the default, for the exact form, or "tanh".</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public GELU(string approximate = "none")
    {
        _tanh = approximate switch
        {
            "none" => false,
            "tanh" => true,
            _ => throw new ArgumentException($"GELU got approximate '{approximate}'; it knows 'none' and 'tanh'.", nameof(approximate)),
        };
    }

    /// <summary>Which form is computed: "none" or "tanh".</summary>
    public string Approximate => _tanh ? "tanh" : "none";

    internal override Activation Epilogue => _tanh ? Activation.None : Activation.Gelu;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Gelu(_tanh);

    /// <inheritdoc/>
    protected override string Describe() => $"approximate='{Approximate}'";
}
