using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of stochastic gradient descent, with momentum if wanted, over many parameters in one call.</summary>
/// <remarks>
/// g ← g + λ θ; u ← μ u + (1 − d) g, where u begins as the first g; θ ← θ − η u, or θ ← θ − η (g + μ u) after Nesterov. PyTorch's form, in which
/// the learning rate is outside of the velocity. It has no gradient: parameters are changed in place.
/// </remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Momentum">μ; 0 for none.</param>
/// <param name="Dampening">d.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="Nesterov">Whether the step looks ahead.</param>
public readonly record struct SgdStep(double LearningRate, double Momentum, double Dampening, double WeightDecay, bool Nesterov)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is u, not looked at without momentum.</param>
    public unsafe void Apply(ReadOnlySpan<ParameterState> states)
    {
        foreach (ParameterState state in states)
        {
            Tensor parameter = state.Parameter;
            if (parameter.Grad is not { } gradient)
            {
                continue;
            }

            bool begins = state.Steps++ == 0;
            SgdFactors<double> factors = new(LearningRate, WeightDecay, begins ? 0 : Momentum, begins ? 1 : 1 - Dampening, Momentum);
            gradient = gradient.Contiguous();
            void* velocity = Momentum == 0 ? null : state.Slot(0).Data;
            if (parameter.DType == DType.Float32)
            {
                Apply((float*)parameter.Data, (float*)gradient.Data, (float*)velocity, parameter.ElementCount, factors.To<float>());
            }
            else
            {
                Apply((double*)parameter.Data, (double*)gradient.Data, (double*)velocity, parameter.ElementCount, factors);
            }

            parameter.Block.Change();
            GC.KeepAlive(gradient);
        }
    }

    private unsafe void Apply<T>(T* parameter, T* gradient, T* velocity, nint length, in SgdFactors<T> factors)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        if (velocity is null)
        {
            SgdKernel.Plain(parameter, gradient, length, factors);
        }
        else if (Nesterov)
        {
            SgdKernel.Nesterov(parameter, gradient, velocity, length, factors);
        }
        else
        {
            SgdKernel.Momentum(parameter, gradient, velocity, length, factors);
        }
    }
}
