using Gradus.Learning.Layers;

namespace Gradus.Learning.Models;

/// <summary>A residual network for small images (He et al., 2016, section 4.2): a convolution, three stages of equally many blocks, each stage half as large and twice as wide as the last, the mean of each channel and a linear layer.</summary>
/// <remarks>
/// Input [N, channels, H, W], such as 3 × 32 × 32, output [N, classes] logits. With one block a stage it is ResNet-8 with 78,042 parameters, with three ResNet-20: 6 · blocks + 2 layers in a row. Where the shape changes the
/// shortcut is a 1 × 1 convolution (the paper's option B).
/// </remarks>
/// <param name="blocks">The blocks of each stage.</param>
/// <param name="channels">The channels of the image.</param>
/// <param name="classes">The columns of the output.</param>
/// <param name="width">The channels of the first stage.</param>
public sealed class ResNet(int blocks = 1, int channels = 3, int classes = 10, int width = 16)
    : Sequential([.. Stem(channels, width), .. Stages(blocks, width), new AdaptiveAvgPool2d(1), new Flatten(), new Linear(4 * width, classes)])
{
    private static IEnumerable<Layer> Stem(int channels, int width) => [new Conv2d(channels, width, 3, 1, 1, bias: false), new BatchNorm2d(width), new ReLU()];

    private static IEnumerable<Layer> Stages(int blocks, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        int inside = width;
        foreach (int outside in (int[])[width, 2 * width, 4 * width])
        {
            for (int block = 0; block < blocks; block++)
            {
                yield return new ResidualBlock(inside, outside, block == 0 && outside > width ? 2 : 1);
                inside = outside;
            }
        }
    }
}
