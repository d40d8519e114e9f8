using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>The one way from the output of a network to a loss.</summary>
public static class LogitsExtensions
{
    extension(Tensor values)
    {
        /// <summary>Says that values are unnormalized scores.</summary>
        /// <returns>The same values as logits.</returns>
        public Logits AsLogits() => new(values);
    }
}
