namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>How parameter θ and gradient g are read before an optimizer's rule sees them: g ← s g + λ₂ θ + λ₁ sign(θ), then θ ← ρ θ. All of it costs no further pass over memory.</summary>
/// <param name="Scale">s: 1, less where gradients are clipped or are sums over several batches, negative to go uphill.</param>
/// <param name="L2">λ₂, the penalty λ₂ ‖θ‖² / 2.</param>
/// <param name="L1">λ₁, the penalty λ₁ Σ |θ|.</param>
/// <param name="Shrink">ρ, decay apart from the gradient: 1 − η λ (Loshchilov and Hutter, 2019).</param>
public readonly record struct GradientTerms(double Scale, double L2, double L1, double Shrink)
{
    /// <summary>The gradient as it is.</summary>
    public static GradientTerms None => new(1, 0, 0, 1);
}
