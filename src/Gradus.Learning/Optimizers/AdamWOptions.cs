namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="AdamW"/>: those of <see cref="Adam"/>, with a decay of 0.01 unless another is given.</summary>
public sealed record AdamWOptions : AdamOptions
{
    /// <summary>Makes the default options.</summary>
    public AdamWOptions() => WeightDecay = 0.01;
}
