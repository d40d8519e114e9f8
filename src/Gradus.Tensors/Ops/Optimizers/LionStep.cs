using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of Lion (Chen et al., Symbolic discovery of optimization algorithms, 2023) over many parameters in one call.</summary>
/// <remarks>θ ← θ − η sign(β₁ m + (1 − β₁) g); m ← β₂ m + (1 − β₂) g. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
public readonly record struct LionStep(double LearningRate, double Beta1, double Beta2)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is m.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                state.Steps++;
                FusedUpdate.Run(state, terms, new LionRule<float>(LearningRate, Beta1, Beta2), new LionRule<double>(LearningRate, Beta1, Beta2));
            }
        }
    }
}
