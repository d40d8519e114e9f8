using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>He (Kaiming): uniform in ±gain √(3 / fan in).</summary>
/// <remarks>Keeps the variance of signals forward through ReLU (He et al., 2015).</remarks>
/// <param name="Slope">The slope below 0 of the leaky ReLU that follows; 0 for ReLU, √5 gives the default of PyTorch's linear layer.</param>
public sealed record HeUniform(double Slope = 0) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng)
    {
        Fan fan = Fan.Of(nameof(HeUniform), parameter);
        double bound = Gain.LeakyReLU(Slope) * Math.Sqrt(3.0 / fan.In);
        new Uniform(-bound, bound).Fill(parameter, rng);
    }
}
