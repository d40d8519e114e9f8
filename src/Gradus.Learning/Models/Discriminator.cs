using Gradus.Learning.Layers;

namespace Gradus.Learning.Models;

/// <summary>The half of a <see cref="Gan"/> that tells real rows from made ones.</summary>
/// <remarks>Input [N, inputs], output [N]: the logit that a row is real. With the defaults it has 533,505 parameters. The slope of its LeakyReLU lets gradients through to the generator where units are off.</remarks>
/// <param name="inputs">The columns of a row.</param>
public sealed class Discriminator(int inputs = 784) : Sequential(
    new Linear(inputs, 512),
    new LeakyReLU(0.2),
    new Linear(512, 256),
    new LeakyReLU(0.2),
    new Linear(256, 1),
    new Flatten(0));
