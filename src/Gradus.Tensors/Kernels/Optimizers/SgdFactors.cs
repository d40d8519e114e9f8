using System.Numerics;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>The numbers that one step of stochastic gradient descent needs.</summary>
/// <param name="Rate">The learning rate.</param>
/// <param name="Penalty">λ, times the parameter, is added to the gradient.</param>
/// <param name="Momentum">What is kept of the velocity; 0 on the first step, whose gradient is the velocity.</param>
/// <param name="Gain">What is taken of the gradient: 1 − dampening, and 1 on the first step.</param>
/// <param name="LookAhead">The share of the velocity added to the gradient for Nesterov's step; unused otherwise.</param>
internal readonly record struct SgdFactors<T>(T Rate, T Penalty, T Momentum, T Gain, T LookAhead)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The same numbers in another precision.</summary>
    internal SgdFactors<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther> =>
        new(TOther.CreateChecked(Rate), TOther.CreateChecked(Penalty), TOther.CreateChecked(Momentum), TOther.CreateChecked(Gain), TOther.CreateChecked(LookAhead));
}
