using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of stochastic gradient descent, with momentum if wanted, over many parameters in one call.</summary>
/// <remarks>u ← μ u + (1 − d) g, where u begins as the first g; θ ← θ − η u, or θ ← θ − η (g + μ u) after Nesterov. PyTorch's form, in which the learning rate is outside of the velocity. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Momentum">μ; 0 for none.</param>
/// <param name="Dampening">d.</param>
/// <param name="Nesterov">Whether the step looks ahead.</param>
public readonly record struct SgdStep(double LearningRate, double Momentum, double Dampening, bool Nesterov)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is u, not looked at without momentum.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                bool begins = state.Steps++ == 0;
                (double keep, double take) = begins ? (0, 1) : (Momentum, 1 - Dampening);
                if (Momentum == 0)
                {
                    FusedUpdate.Run(state, terms, new SgdRule<float, Left, Left>(LearningRate, 0, 0, 0), new SgdRule<double, Left, Left>(LearningRate, 0, 0, 0));
                }
                else if (Nesterov)
                {
                    FusedUpdate.Run(state, terms, new SgdRule<float, Taken, Taken>(LearningRate, keep, take, Momentum), new SgdRule<double, Taken, Taken>(LearningRate, keep, take, Momentum));
                }
                else
                {
                    FusedUpdate.Run(state, terms, new SgdRule<float, Taken, Left>(LearningRate, keep, take, 0), new SgdRule<double, Taken, Left>(LearningRate, keep, take, 0));
                }
            }
        }
    }
}
