using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of NAdam (Dozat, 2016) over many parameters in one call: Adam that looks ahead as Nesterov does.</summary>
/// <remarks>m and v as in Adam; μₜ = β₁ (1 − 0.96^(t ψ) / 2); θ ← θ − η ((1 − μₜ) g / (1 − Π μ) + μₜ₊₁ m / (1 − μₜ₊₁ Π μ)) / (√v̂ + ε), where Π runs up to t. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="MomentumDecay">ψ.</param>
public readonly record struct NAdamStep(double LearningRate, double Beta1, double Beta2, double Epsilon, double MomentumDecay)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is m, slot 1 is v, the product is Π μ.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        Correction correction = new(Beta1, Beta2);
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                correction.At(++state.Steps);
                double now = Momentum(state.Steps), next = Momentum(state.Steps + 1);
                state.Product *= now;
                double gradientRate = LearningRate * (1 - now) / (1 - state.Product), momentRate = LearningRate * next / (1 - (state.Product * next)), scale = 1 / Math.Sqrt(correction.Second);
                FusedUpdate.Run(
                    state,
                    terms,
                    new NAdamRule<float>(Beta1, Beta2, gradientRate, momentRate, scale, Epsilon),
                    new NAdamRule<double>(Beta1, Beta2, gradientRate, momentRate, scale, Epsilon));
            }
        }
    }

    private double Momentum(long step) => Beta1 * (1 - (0.5 * Math.Pow(0.96, step * MomentumDecay)));
}
