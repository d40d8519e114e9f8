using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of AdaGrad (Duchi, Hazan and Singer, 2011) over many parameters in one call.</summary>
/// <remarks>s ← s + g²; θ ← θ − η / (1 + (t − 1) κ) · g / (√s + ε). It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="RateDecay">κ.</param>
/// <param name="InitialSum">What s begins as.</param>
/// <param name="Epsilon">ε.</param>
public readonly record struct AdaGradStep(double LearningRate, double RateDecay, double InitialSum, double Epsilon)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is s.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                double rate = LearningRate / (1 + (state.Steps++ * RateDecay));
                FusedUpdate.Run(state, terms, new AdaGradRule<float>(rate, Epsilon), new AdaGradRule<double>(rate, Epsilon), fill: InitialSum);
            }
        }
    }
}
