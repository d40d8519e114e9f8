using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Some rows of a data set.</summary>
/// <param name="Inputs">Inputs [B, ...].</param>
/// <param name="Targets">Targets [B, ...].</param>
public readonly record struct Batch(Tensor Inputs, Tensor Targets);
