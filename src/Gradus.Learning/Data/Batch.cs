using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Some rows of a data set.</summary>
/// <param name="Inputs">Inputs [B, ...].</param>
/// <param name="Targets">Targets [B, ...].</param>
public readonly record struct Batch(Tensor Inputs, Tensor Targets)
{
    /// <summary>The length of each input before it was padded, int64 [B]; null where all are as long.</summary>
    public Tensor? Lengths { get; init; }

    /// <summary>The length of each target before it was padded, int64 [B]; null where all are as long.</summary>
    public Tensor? TargetLengths { get; init; }
}
