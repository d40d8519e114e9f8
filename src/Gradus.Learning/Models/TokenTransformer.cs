using Gradus.Learning.Initializers;
using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>A Transformer over tokens: embeddings of tokens and places, blocks, a norm, and logits over the vocabulary at every place.</summary>
/// <remarks>
/// Input int64 or int32 [N, time] with time up to <see cref="Length"/>, output [N, time, vocabulary]. Parts <c>pos</c> [length, width] (normal, deviation 0.02), <c>tok</c>, <c>body</c>, <c>norm</c>, <c>head</c>.
/// </remarks>
public abstract class TokenTransformer : Layer
{
    private readonly ModuleTensor _places;
    private readonly Embedding _tokens;
    private readonly Sequential _body;
    private readonly LayerNorm _norm;
    private readonly Linear _head;

    /// <summary>Makes the network.</summary>
    /// <param name="vocabulary">How many tokens there are.</param>
    /// <param name="length">The most tokens of a row.</param>
    /// <param name="width">The features of a place.</param>
    /// <param name="heads">Into how many heads attention cuts them.</param>
    /// <param name="layers">How many blocks.</param>
    /// <param name="hidden">The width of the hidden layers.</param>
    /// <param name="dropout">The probability of a zero in what a block adds.</param>
    /// <param name="causal">Whether a place sees itself and those before it only.</param>
    private protected TokenTransformer(int vocabulary, int length, int width, int heads, int layers, int hidden, double dropout, bool causal)
    {
        (Vocabulary, Length) = (vocabulary, length);
        _places = RegisterParameter("pos", Tensor.Zeros(length, width));
        _tokens = RegisterModule("tok", new Embedding(vocabulary, width));
        _body = RegisterModule("body", new Sequential([.. Enumerable.Range(0, layers).Select(_ => new TransformerBlock(width, heads, hidden, causal, dropout))]));
        _norm = RegisterModule("norm", new LayerNorm(width));
        _head = RegisterModule("head", new Linear(width, vocabulary));
    }

    /// <summary>How many tokens there are.</summary>
    public int Vocabulary { get; }

    /// <summary>The most tokens of a row.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        if (input.Rank != 2 || input.Shape[1] > Length)
        {
            throw new ArgumentException($"{GetType().Name} got tokens of shape [{string.Join(", ", input.Shape.ToArray())}]; it reads [rows, time] with at most {Length} tokens a row. Cut the rows into windows.", nameof(input));
        }

        Tensor places = input.Shape[1] == Length ? _places.Value : _places.Value.Narrow(0, 0, input.Shape[1]);
        return _head.Forward(_norm.Forward(_body.Forward(_tokens.Forward(input) + places)));
    }

    /// <inheritdoc/>
    protected override void Reset(Rng rng) => new Normal(0, 0.02).Fill(_places.Stored, rng);
}
