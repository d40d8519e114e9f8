using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Unnormalized scores, as a network gives them and as losses take them. <c>model.Forward(x).AsLogits()</c> makes them.</summary>
/// <param name="Values">The scores; for classes of shape [N, C], for one event of any shape.</param>
public readonly record struct Logits(Tensor Values)
{
    /// <summary>Probabilities of classes that exclude each other.</summary>
    /// <param name="axis">The axis over which they sum to 1.</param>
    /// <returns>Probabilities of the same shape.</returns>
    public Probabilities Softmax(int axis = -1) => new(Values.Softmax(axis));

    /// <summary>Logarithms of the probabilities of classes that exclude each other; more exact than the logarithm of <see cref="Softmax"/>.</summary>
    /// <param name="axis">The axis over which the probabilities sum to 1.</param>
    /// <returns>Logarithms of the same shape.</returns>
    public LogProbabilities LogSoftmax(int axis = -1) => new(Values.LogSoftmax(axis));

    /// <summary>The probability of each event by itself.</summary>
    /// <returns>Probabilities of the same shape.</returns>
    public Probabilities Sigmoid() => new(Values.Sigmoid());
}
