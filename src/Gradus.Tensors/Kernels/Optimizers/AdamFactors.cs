using System.Numerics;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>The numbers that one step of Adam needs, the bias corrections worked in.</summary>
/// <param name="Beta1">The decay of the mean of gradients.</param>
/// <param name="Beta2">The decay of the mean of squared gradients.</param>
/// <param name="Penalty">λ, times the parameter, is added to the gradient; 0 for AdamW.</param>
/// <param name="Shrink">The parameter is multiplied by it first; 1 for Adam.</param>
/// <param name="Rate">The learning rate over 1 − β₁ᵗ.</param>
/// <param name="RootScale">1 / √(1 − β₂ᵗ).</param>
/// <param name="Epsilon">Added to the root.</param>
internal readonly record struct AdamFactors<T>(T Beta1, T Beta2, T Penalty, T Shrink, T Rate, T RootScale, T Epsilon)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The same numbers in another precision.</summary>
    internal AdamFactors<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther> =>
        new(
            TOther.CreateChecked(Beta1),
            TOther.CreateChecked(Beta2),
            TOther.CreateChecked(Penalty),
            TOther.CreateChecked(Shrink),
            TOther.CreateChecked(Rate),
            TOther.CreateChecked(RootScale),
            TOther.CreateChecked(Epsilon));
}
