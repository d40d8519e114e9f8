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

    /// <summary>The upper half of a float32: its range with 8 bits of precision. For storage: views, copies and conversions take it, arithmetic does not.</summary>
    BFloat16,

    /// <summary>Signed 8-bit integers. For storage, as <see cref="BFloat16"/>.</summary>
    Int8,
}
