using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of AdaDelta (Zeiler, 2012) over many parameters in one call.</summary>
/// <remarks>v ← ρ v + (1 − ρ) g²; d = g √(a + ε) / √(v + ε); a ← ρ a + (1 − ρ) d²; θ ← θ − η d. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Rho">ρ.</param>
/// <param name="Epsilon">ε.</param>
public readonly record struct AdaDeltaStep(double LearningRate, double Rho, double Epsilon)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is v, slot 1 is a.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                state.Steps++;
                FusedUpdate.Run(state, terms, new AdaDeltaRule<float>(LearningRate, Rho, Epsilon), new AdaDeltaRule<double>(LearningRate, Rho, Epsilon));
            }
        }
    }
}
