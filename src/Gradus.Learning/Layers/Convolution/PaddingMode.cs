namespace Gradus.Learning.Layers;

/// <summary>What a convolution sees beyond the edge of its input.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The input mirrored at its edge value, which is not repeated.</summary>
    Reflect,

    /// <summary>The edge value again and again.</summary>
    Replicate,

    /// <summary>The input from its other end.</summary>
    Circular,
}
