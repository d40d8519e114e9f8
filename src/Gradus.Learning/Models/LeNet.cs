using Gradus.Learning.Layers;

namespace Gradus.Learning.Models;

/// <summary>LeNet-5 (LeCun et al., 1998) as it is taught today: two convolutions with tanh and average pooling, three linear layers.</summary>
/// <remarks>
/// Input [N, 1, 28, 28], output [N, classes] logits; 61,706 parameters for 10 classes. The paper's image of 32 × 32 is a padding here, every map of the second convolution sees all of the first, and the last layer is linear.
/// </remarks>
/// <param name="classes">The columns of the output.</param>
public sealed class LeNet(int classes = 10) : Sequential(
    new Conv2d(1, 6, 5, padding: 2),
    new Tanh(),
    new AvgPool2d(2),
    new Conv2d(6, 16, 5),
    new Tanh(),
    new AvgPool2d(2),
    new Flatten(),
    new Linear(16 * 5 * 5, 120),
    new Tanh(),
    new Linear(120, 84),
    new Tanh(),
    new Linear(84, classes));
