using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of RMSprop (Hinton, Lecture 6e of Neural Networks for Machine Learning, 2012) over many parameters in one call.</summary>
/// <remarks>v ← α v + (1 − α) g²; d = g / (√v + ε), where a centered v is less the square of the mean gradient (Graves, 2013); with momentum u ← μ u + d and θ ← θ − η u, else θ ← θ − η d. It has no gradient: parameters are changed in place.</remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Smoothing">α.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Momentum">μ; 0 for none.</param>
/// <param name="Centered">Whether the spread is taken around the mean gradient.</param>
public readonly record struct RmsPropStep(double LearningRate, double Smoothing, double Epsilon, double Momentum, bool Centered)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is v, slot 1 the mean gradient, slot 2 is u.</param>
    /// <param name="terms">How parameters and gradients are read.</param>
    public void Apply(ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        foreach (ParameterState state in states)
        {
            if (state.IsReady)
            {
                state.Steps++;
                switch (Centered, Momentum != 0)
                {
                    case (false, false):
                        FusedUpdate.Run(state, terms, Rule<float, Left, Left>(), Rule<double, Left, Left>());
                        break;
                    case (false, true):
                        FusedUpdate.Run(state, terms, Rule<float, Left, Taken>(), Rule<double, Left, Taken>());
                        break;
                    case (true, false):
                        FusedUpdate.Run(state, terms, Rule<float, Taken, Left>(), Rule<double, Taken, Left>());
                        break;
                    default:
                        FusedUpdate.Run(state, terms, Rule<float, Taken, Taken>(), Rule<double, Taken, Taken>());
                        break;
                }
            }
        }
    }

    private RmsPropRule<T, TCentered, TMomentum> Rule<T, TCentered, TMomentum>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        where TCentered : IChoice
        where TMomentum : IChoice => new(LearningRate, Smoothing, Epsilon, Momentum);
}
