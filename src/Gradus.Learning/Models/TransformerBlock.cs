using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>One block of a Transformer with normalization first (Xiong et al., 2020): x + drop(attention(norm(x))), then x + drop(mlp(norm(x))).</summary>
/// <remarks>
/// Input and output [N, time, width]. Parts <c>n1</c>, <c>att</c>, <c>n2</c>, <c>mlp</c> (linear, GELU, linear) and <c>drop</c>. Nothing but additions lies between input and output of a stack of blocks, so that deep ones learn without warm-up.
/// </remarks>
public sealed class TransformerBlock : Layer
{
    private readonly LayerNorm _norm1;
    private readonly SelfAttention _attention;
    private readonly LayerNorm _norm2;
    private readonly Sequential _mlp;
    private readonly Dropout _dropout;

    /// <summary>Makes the block.</summary>
    /// <param name="width">The features of input and output.</param>
    /// <param name="heads">Into how many heads they are cut.</param>
    /// <param name="hidden">The width of the hidden layer.</param>
    /// <param name="causal">Whether a place sees itself and those before it only.</param>
    /// <param name="dropout">The probability of a zero in what is added to the input.</param>
    public TransformerBlock(int width, int heads, int hidden, bool causal = false, double dropout = 0.1)
    {
        _norm1 = RegisterModule("n1", new LayerNorm(width));
        _attention = RegisterModule("att", new SelfAttention(width, heads, causal));
        _norm2 = RegisterModule("n2", new LayerNorm(width));
        _mlp = RegisterModule("mlp", new Sequential(new Linear(width, hidden), new GELU(), new Linear(hidden, width)));
        _dropout = RegisterModule("drop", new Dropout(dropout));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        input += _dropout.Forward(_attention.Forward(_norm1.Forward(input)));
        return input + _dropout.Forward(_mlp.Forward(_norm2.Forward(input)));
    }
}
