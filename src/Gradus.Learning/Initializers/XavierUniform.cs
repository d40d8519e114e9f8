using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Xavier (Glorot): uniform in ±gain √(6 / (fan in + fan out)).</summary>
/// <remarks>Keeps the variance of signals forward and of gradients backward alike (Glorot and Bengio, 2010); right for tanh and sigmoid.</remarks>
/// <param name="Gain">A factor for the nonlinearity that follows, see <see cref="Initializers.Gain"/>.</param>
public sealed record XavierUniform(double Gain = 1) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng)
    {
        Fan fan = Fan.Of(nameof(XavierUniform), parameter);
        double bound = Gain * Math.Sqrt(6.0 / (fan.In + fan.Out));
        new Uniform(-bound, bound).Fill(parameter, rng);
    }
}
