using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>He (Kaiming): normal with standard deviation gain / √fan. PyTorch's <c>init.kaiming_normal_</c>.</summary>
/// <remarks>He et al., Delving deep into rectifiers (2015): keeps the variance of signals forward, or of gradients backward, through ReLU.</remarks>
/// <param name="Slope">The slope below 0 of the leaky ReLU that follows; 0 for ReLU, √5 gives the default of PyTorch's linear layer.</param>
/// <param name="Mode">Which fan counts.</param>
/// <param name="Nonlinearity">What follows.</param>
public sealed record HeNormal(double Slope = 0, FanMode Mode = FanMode.FanIn, Nonlinearity Nonlinearity = Nonlinearity.LeakyReLU) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng)
    {
        int fan = Fan.Of(nameof(HeNormal), parameter).By(Mode);
        double gain = Gain.Of(Nonlinearity, Slope);
        new Normal(0, gain / Math.Sqrt(fan)).Fill(parameter, rng);
    }
}
