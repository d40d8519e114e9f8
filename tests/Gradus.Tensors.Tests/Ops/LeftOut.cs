namespace Gradus.Tensors.Tests.Ops;

/// <summary>Why a check leaves a row out.</summary>
public enum LeftOut
{
    /// <summary>The row's call names sizes, such as those of its labels or of its result, so that no other shape goes in. The operator's other rows are not bound so.</summary>
    FixedShape,

    /// <summary>What comes of infinities depends on the order in which the operator multiplies and adds up, which is its own choice.</summary>
    Order,

    /// <summary>The operator refuses what is no number of its range, NaN among it.</summary>
    Refused,

    /// <summary>There is no reference to hold the result against; <see cref="OpSpec.NoReference"/> says what checks it.</summary>
    NoReference,
}
