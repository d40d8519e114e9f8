namespace Gradus.Learning.Data.Idx;

/// <summary>The element types of IDX, with the byte that stands for each in the file.</summary>
public enum IdxType
{
    /// <summary>Whole numbers 0 to 255.</summary>
    UnsignedByte = 0x08,

    /// <summary>Whole numbers −128 to 127.</summary>
    SignedByte = 0x09,

    /// <summary>Whole numbers of 16 bits.</summary>
    Short = 0x0B,

    /// <summary>Whole numbers of 32 bits.</summary>
    Int = 0x0C,

    /// <summary>Single precision.</summary>
    Float = 0x0D,

    /// <summary>Double precision.</summary>
    Double = 0x0E,
}
