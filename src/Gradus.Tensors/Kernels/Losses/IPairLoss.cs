using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Losses;

/// <summary>A loss of a prediction and a target, number by number.</summary>
internal interface IPairLoss
{
    /// <summary>The loss.</summary>
    V Loss<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged;

    /// <summary>Its derivative by the prediction.</summary>
    V Slope<L, V>(V x, V target)
        where L : ILanes<V>
        where V : unmanaged;
}
