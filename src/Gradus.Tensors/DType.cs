namespace Gradus.Tensors;

/// <summary>The element type of a tensor, named as in PyTorch.</summary>
public enum DType
{
    /// <summary>IEEE 754 single precision, the default.</summary>
    Float32,

    /// <summary>IEEE 754 double precision, used for gradient checks.</summary>
    Float64,

    /// <summary>Signed 64-bit integers, used for class labels and indices.</summary>
    Int64,

    /// <summary>Signed 32-bit integers.</summary>
    Int32,

    /// <summary>One byte a value, 0 or 1.</summary>
    Bool,
}
