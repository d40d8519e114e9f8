using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Xavier (Glorot): normal with standard deviation gain √(2 / (fan in + fan out)).</summary>
/// <remarks>Keeps the variance of signals forward and of gradients backward alike (Glorot and Bengio, 2010); right for tanh and sigmoid.</remarks>
/// <param name="Gain">A factor for the nonlinearity that follows, see <see cref="Initializers.Gain"/>.</param>
public sealed record XavierNormal(double Gain = 1) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng)
    {
        Fan fan = Fan.Of(nameof(XavierNormal), parameter);
        new Normal(0, Gain * Math.Sqrt(2.0 / (fan.In + fan.Out))).Fill(parameter, rng);
    }
}
