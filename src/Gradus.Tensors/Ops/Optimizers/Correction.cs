namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>1 − β₁ᵗ and 1 − β₂ᵗ, by which means that began at 0 are too small; computed once for all parameters at the same step.</summary>
internal struct Correction(double beta1, double beta2)
{
    private long _step;

    /// <summary>1 − β₁ᵗ.</summary>
    internal double First { get; private set; }

    /// <summary>1 − β₂ᵗ.</summary>
    internal double Second { get; private set; }

    /// <summary>Sets t.</summary>
    internal void At(long step)
    {
        if (step != _step)
        {
            (First, Second, _step) = (1 - Math.Pow(beta1, step), 1 - Math.Pow(beta2, step), step);
        }
    }
}
