using Gradus.Learning.Layers;

namespace Gradus.Learning.Models;

/// <summary>The half of a <see cref="Gan"/> that makes rows from noise.</summary>
/// <remarks>Input [N, latent], standard normal; output [N, outputs] in (−1, 1) by tanh. With the defaults it has 550,416 parameters.</remarks>
/// <param name="latent">The columns of the noise.</param>
/// <param name="outputs">The columns of a row.</param>
public sealed class Generator(int latent = 64, int outputs = 784) : Sequential(
    new Linear(latent, 256),
    new LeakyReLU(0.2),
    new Linear(256, 512),
    new LeakyReLU(0.2),
    new Linear(512, outputs),
    new Tanh())
{
    /// <summary>The columns of the noise.</summary>
    public int Latent { get; } = latent;
}
