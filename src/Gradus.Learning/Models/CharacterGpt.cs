using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>A small language model in the manner of GPT (Radford et al., 2018): each place sees those before it and gives logits for the token that follows.</summary>
/// <remarks>Input int64 or int32 [N, time], output [N, time, vocabulary]. With the defaults, for the 65 characters of tiny Shakespeare, it has 818,241 parameters.</remarks>
/// <param name="vocabulary">How many tokens there are.</param>
/// <param name="length">The most tokens that are looked back on.</param>
/// <param name="width">The features of a place.</param>
/// <param name="heads">Into how many heads attention cuts them.</param>
/// <param name="layers">How many blocks.</param>
/// <param name="hidden">The width of the hidden layers.</param>
/// <param name="dropout">The probability of a zero in what a block adds.</param>
public sealed class CharacterGpt(int vocabulary = 65, int length = 64, int width = 128, int heads = 4, int layers = 4, int hidden = 512, double dropout = 0)
    : TokenTransformer(vocabulary, length, width, heads, layers, hidden, dropout, causal: true)
{
    /// <summary>Writes on: token after token, each from the last <see cref="TokenTransformer.Length"/> before it. Dropout is off meanwhile.</summary>
    /// <param name="prompt">The tokens to begin with, at least one.</param>
    /// <param name="count">How many tokens to write.</param>
    /// <param name="sampling">How a token is chosen; <see cref="TokenSampling.Greedy"/> takes the likeliest.</param>
    /// <returns>The tokens that were written, without the prompt; the same for the same weights, prompt and sampling.</returns>
    /// <exception cref="ArgumentException">The prompt is empty or holds a token that is not in the vocabulary, or the count is negative.</exception>
    public int[] Generate(IReadOnlyList<int> prompt, int count, TokenSampling sampling)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(sampling);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (prompt.Count == 0 || prompt.Any(token => token < 0 || token >= Vocabulary))
        {
            throw new ArgumentException($"CharacterGpt needs a prompt of at least one token, each from 0 to {Vocabulary - 1}; it got [{string.Join(", ", prompt.Take(20))}].", nameof(prompt));
        }

        using KeptModes modes = KeptModes.Evaluate(this);
        List<int> text = [.. prompt];
        Rng rng = new(sampling.Seed);
        using (NoGrad.Enter())
        {
            for (int i = 0; i < count; i++)
            {
                using TensorScope scope = new();
                int[] window = [.. text.Skip(text.Count - Length)];
                Tensor logits = Forward(Tensor.From(window, 1, window.Length));
                text.Add(sampling.Choose(logits.Select(1, window.Length - 1).To(DType.Float64).ToArray<double>(), rng));
            }
        }

        return [.. text.Skip(prompt.Count)];
    }
}
