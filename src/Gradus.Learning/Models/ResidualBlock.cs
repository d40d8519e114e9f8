using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>The basic block of a residual network (He et al., 2016): relu(norm(conv(relu(norm(conv(x))))) + shortcut(x)).</summary>
/// <remarks>
/// Input [N, inChannels, H, W], output [N, outChannels, ⌈H / stride⌉, ⌈W / stride⌉]. Parts <c>c1</c>, <c>b1</c>, <c>c2</c>, <c>b2</c> and <c>short</c>, a 1 × 1 convolution with its norm where the shape changes, else empty: the identity.
/// </remarks>
public sealed class ResidualBlock : Layer
{
    private readonly Conv2d _conv1;
    private readonly BatchNorm2d _norm1;
    private readonly Conv2d _conv2;
    private readonly BatchNorm2d _norm2;
    private readonly Sequential _shortcut;

    /// <summary>Makes the block.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The channels of the output.</param>
    /// <param name="stride">The step of the first convolution; 2 halves the image.</param>
    public ResidualBlock(int inChannels, int outChannels, int stride = 1)
    {
        _conv1 = RegisterModule("c1", new Conv2d(inChannels, outChannels, 3, stride, 1, bias: false));
        _norm1 = RegisterModule("b1", new BatchNorm2d(outChannels));
        _conv2 = RegisterModule("c2", new Conv2d(outChannels, outChannels, 3, 1, 1, bias: false));
        _norm2 = RegisterModule("b2", new BatchNorm2d(outChannels));
        Layer[] shortcut = stride == 1 && inChannels == outChannels ? [] : [new Conv2d(inChannels, outChannels, 1, stride, bias: false), new BatchNorm2d(outChannels)];
        _shortcut = RegisterModule("short", new Sequential(shortcut));
    }

    internal override bool TakesExamplesApart => !IsWatched && _conv1.TakesExamplesApart && _norm1.TakesExamplesApart && _conv2.TakesExamplesApart && _norm2.TakesExamplesApart && _shortcut.TakesExamplesApart;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        Tensor hidden = _conv1.Forward(input, new Tail(Activation.Relu, _norm1));
        return _conv2.Forward(hidden, new Tail(Activation.Relu, _norm2, _shortcut.Forward(input)));
    }
}
