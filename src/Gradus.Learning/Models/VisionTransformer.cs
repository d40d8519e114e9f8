using Gradus.Learning.Initializers;
using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>A small vision Transformer (Dosovitskiy et al., 2021): the image is cut into patches, each projected to a token, and a class token in front of them is read at the end.</summary>
/// <remarks>
/// Input [N, channels, size, size], output [N, classes] logits. Parts <c>cls</c> [1, 1, width] (zeros), <c>pos</c> [patches + 1, width] (normal, deviation 0.02), <c>patch</c>, <c>body</c>, <c>norm</c>, <c>head</c>. With the defaults it has 205,066 parameters.
/// </remarks>
public sealed class VisionTransformer : Layer
{
    private readonly ModuleTensor _class;
    private readonly ModuleTensor _places;
    private readonly Conv2d _patch;
    private readonly Sequential _body;
    private readonly LayerNorm _norm;
    private readonly Linear _head;

    /// <summary>Makes the network.</summary>
    /// <param name="size">The height and width of the image.</param>
    /// <param name="patch">The height and width of a patch, which must divide the size.</param>
    /// <param name="channels">The channels of the image.</param>
    /// <param name="classes">The columns of the output.</param>
    /// <param name="width">The features of a token.</param>
    /// <param name="heads">Into how many heads attention cuts them.</param>
    /// <param name="layers">How many blocks, with hidden layers four times as wide.</param>
    /// <param name="dropout">The probability of a zero in what a block adds.</param>
    /// <exception cref="ArgumentException">Patches do not fill the image.</exception>
    public VisionTransformer(int size = 28, int patch = 4, int channels = 1, int classes = 10, int width = 64, int heads = 4, int layers = 4, double dropout = 0.1)
    {
        if (patch < 1 || size < patch || size % patch != 0)
        {
            throw new ArgumentException($"VisionTransformer got patches of {patch} for an image of {size}; they must fill it.", nameof(patch));
        }

        _class = RegisterParameter("cls", Tensor.Zeros(1, 1, width));
        _places = RegisterParameter("pos", Tensor.Zeros((size / patch * (size / patch)) + 1, width));
        _patch = RegisterModule("patch", new Conv2d(channels, width, patch, patch));
        _body = RegisterModule("body", new Sequential([.. Enumerable.Range(0, layers).Select(_ => new TransformerBlock(width, heads, 4 * width, causal: false, dropout))]));
        _norm = RegisterModule("norm", new LayerNorm(width));
        _head = RegisterModule("head", new Linear(width, classes));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        Tensor patches = _patch.Forward(input).Flatten(2).Transpose(1, 2);
        Tensor first = _class.Value.Expand(patches.Shape[0], 1, patches.Shape[2]);
        Tensor tokens = _body.Forward(Tensor.Cat([first, patches], 1) + _places.Value);
        return _head.Forward(_norm.Forward(tokens.Select(1, 0)));
    }

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        _class.Stored.Fill(0);
        new Normal(0, 0.02).Fill(_places.Stored, rng);
    }
}
