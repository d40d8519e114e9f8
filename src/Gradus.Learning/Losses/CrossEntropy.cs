using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Cross-entropy of classes that exclude each other: the mean of −log softmax(logits)[label], in nats.</summary>
/// <remarks>
/// Softmax and logarithm are taken together (log-sum-exp with the largest logit taken off), so far logits neither overflow nor lose digits; the gradient is
/// (softmax − one-hot) / N. PyTorch's <c>nn.CrossEntropyLoss</c>.
/// </remarks>
/// <param name="reduction">How the losses of the rows become one number.</param>
public sealed class CrossEntropy(Reduction reduction = Reduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logits">Logits [N, C].</param>
    /// <param name="labels">Int64 labels [N], each 0 to C − 1.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">Shapes or element types do not fit, or a label names no class.</exception>
    public Tensor Forward(Logits logits, Tensor labels)
    {
        Tensor mean = logits.Values.CrossEntropy(labels);
        return reduction == Reduction.Mean ? mean : mean * logits.Values.Shape[0];
    }
}
