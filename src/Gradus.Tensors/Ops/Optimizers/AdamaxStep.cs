using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of Adamax (Kingma and Ba, 2015, section 7) over many parameters in one call.</summary>
/// <remarks>m ← β₁ m + (1 − β₁) g; u ← max(β₂ u, |g| + ε); θ ← θ − η / (1 − β₁ᵗ) · m / u. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
public readonly record struct AdamaxStep(double LearningRate, double Beta1, double Beta2, double Epsilon)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is m, slot 1 is u.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        Correction correction = new(Beta1, Beta2);
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                correction.At(++state.Steps);
                double rate = LearningRate / correction.First;
                FusedUpdate.Run(state, terms, new AdamaxRule<float>(Beta1, Beta2, rate, Epsilon), new AdamaxRule<double>(Beta1, Beta2, rate, Epsilon));
            }
        }
    }
}
