using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of Adam (Kingma and Ba, 2015) over many parameters in one call; with decay apart from the gradient it is AdamW (Loshchilov and Hutter, 2019).</summary>
/// <remarks>m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). AMSGrad (Reddi, Kale and Kumar, 2018) takes the largest v so far. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="AmsGrad">Whether the largest v so far takes the place of v.</param>
public readonly record struct AdamStep(double LearningRate, double Beta1, double Beta2, double Epsilon, bool AmsGrad)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is m, slot 1 is v, slot 2 the largest v.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        Correction correction = new(Beta1, Beta2);
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                correction.At(++state.Steps);
                double rate = LearningRate / correction.First, scale = 1 / Math.Sqrt(correction.Second);
                if (AmsGrad)
                {
                    FusedUpdate.Run(state, terms, new AdamRule<float, Taken>(Beta1, Beta2, rate, scale, Epsilon), new AdamRule<double, Taken>(Beta1, Beta2, rate, scale, Epsilon));
                }
                else
                {
                    FusedUpdate.Run(state, terms, new AdamRule<float, Left>(Beta1, Beta2, rate, scale, Epsilon), new AdamRule<double, Left>(Beta1, Beta2, rate, scale, Epsilon));
                }
            }
        }
    }
}
