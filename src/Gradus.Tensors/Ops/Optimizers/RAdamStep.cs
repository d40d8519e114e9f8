using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of RAdam (Liu et al., 2020) over many parameters in one call: Adam whose first steps, as long as the variance is not to be trusted, are plain momentum.</summary>
/// <remarks>m and v as in Adam; ρ∞ = 2 / (1 − β₂) − 1; ρ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ). Where ρ is above 5 θ ← θ − η r m̂ √(1 − β₂ᵗ) / (√v + ε) with r² = (ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ), else θ ← θ − η m̂. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
public readonly record struct RAdamStep(double LearningRate, double Beta1, double Beta2, double Epsilon)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is m, slot 1 is v.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        Correction correction = new(Beta1, Beta2);
        double most = (2 / (1 - Beta2)) - 1;
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                long step = ++state.Steps;
                correction.At(step);
                double length = most - (2 * step * (1 - correction.Second) / correction.Second), rate = LearningRate / correction.First;
                if (length > 5)
                {
                    double trust = Math.Sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
                    rate *= trust * Math.Sqrt(correction.Second);
                    FusedUpdate.Run(state, terms, new RAdamRule<float, Taken>(Beta1, Beta2, rate, Epsilon), new RAdamRule<double, Taken>(Beta1, Beta2, rate, Epsilon));
                }
                else
                {
                    FusedUpdate.Run(state, terms, new RAdamRule<float, Left>(Beta1, Beta2, rate, Epsilon), new RAdamRule<double, Left>(Beta1, Beta2, rate, Epsilon));
                }
            }
        }
    }
}
