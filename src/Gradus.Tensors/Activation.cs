namespace Gradus.Tensors;

/// <summary>The functions that a dense layer can apply to its result in the same pass.</summary>
public enum Activation
{
    /// <summary>None: y is the affine map itself.</summary>
    None,

    /// <summary>max(0, y).</summary>
    Relu,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>The logistic function 1 / (1 + e⁻ʸ).</summary>
    Sigmoid,

    /// <summary>y Φ(y) with the normal distribution function Φ, the exact form.</summary>
    Gelu,
}
