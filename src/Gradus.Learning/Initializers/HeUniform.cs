using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>He (Kaiming): uniform in ±gain √(3 / fan). PyTorch's <c>init.kaiming_uniform_</c>.</summary>
/// <remarks>He et al., Delving deep into rectifiers (2015): keeps the variance of signals forward, or of gradients backward, through ReLU.</remarks>
/// <param name="Slope">The slope below 0 of the leaky ReLU that follows; 0 for ReLU, √5 gives the default of PyTorch's linear layer.</param>
/// <param name="Mode">Which fan counts.</param>
/// <param name="Nonlinearity">What follows.</param>
public sealed record HeUniform(double Slope = 0, FanMode Mode = FanMode.FanIn, Nonlinearity Nonlinearity = Nonlinearity.LeakyReLU) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng)
    {
        int fan = Fan.Of(nameof(HeUniform), parameter).By(Mode);
        double bound = Gain.Of(Nonlinearity, Slope) * Math.Sqrt(3.0 / fan);
        new Uniform(-bound, bound).Fill(parameter, rng);
    }
}
