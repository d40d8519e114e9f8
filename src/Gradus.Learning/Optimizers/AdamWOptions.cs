namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="AdamW"/>: those of <see cref="Adam"/>, with a decoupled decay of 0.01 unless another is given.</summary>
public sealed record AdamWOptions : AdamOptions
{
    /// <summary>Makes the default options.</summary>
    public AdamWOptions() => (WeightDecay, DecoupledDecay) = (0.01, true);

    internal override void Validate()
    {
        if (!DecoupledDecay)
        {
            throw new ArgumentException("AdamW got options without decoupled decay; for decay in the gradient take Adam.");
        }
    }
}
