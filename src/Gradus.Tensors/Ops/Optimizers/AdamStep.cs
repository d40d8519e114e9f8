using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of Adam (Kingma and Ba, 2015) or AdamW (Loshchilov and Hutter, 2019) over many parameters in one call.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). Adam adds λ θ to g, AdamW
/// takes η λ θ from θ apart from the step. It has no gradient: parameters are changed in place.
/// </remarks>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="Decoupled">True for AdamW.</param>
public readonly record struct AdamStep(double LearningRate, double Beta1, double Beta2, double Epsilon, double WeightDecay, bool Decoupled)
{
    /// <summary>Steps every parameter that has a gradient.</summary>
    /// <param name="states">The parameters; slot 0 is m, slot 1 is v.</param>
    public unsafe void Apply(ReadOnlySpan<ParameterState> states)
    {
        long factorsFor = 0;
        AdamFactors<double> exact = default;
        AdamFactors<float> single = default;
        foreach (ParameterState state in states)
        {
            Tensor parameter = state.Parameter;
            if (parameter.Grad is not { } gradient)
            {
                continue;
            }

            long step = ++state.Steps;
            if (step != factorsFor)
            {
                exact = Factors(step);
                single = exact.To<float>();
                factorsFor = step;
            }

            gradient = gradient.Contiguous();
            if (parameter.DType == DType.Float32)
            {
                AdamKernel.Step((float*)parameter.Data, (float*)gradient.Data, (float*)state.Slot(0).Data, (float*)state.Slot(1).Data, parameter.ElementCount, single);
            }
            else
            {
                AdamKernel.Step((double*)parameter.Data, (double*)gradient.Data, (double*)state.Slot(0).Data, (double*)state.Slot(1).Data, parameter.ElementCount, exact);
            }

            parameter.Block.Change();
            GC.KeepAlive(gradient);
        }
    }

    private AdamFactors<double> Factors(long step) => new(
        Beta1,
        Beta2,
        Penalty: Decoupled ? 0 : WeightDecay,
        Shrink: Decoupled ? 1 - (LearningRate * WeightDecay) : 1,
        Rate: LearningRate / (1 - Math.Pow(Beta1, step)),
        RootScale: 1 / Math.Sqrt(1 - Math.Pow(Beta2, step)),
        Epsilon);
}
