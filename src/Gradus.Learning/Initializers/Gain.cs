namespace Gradus.Learning.Initializers;

/// <summary>By how much a nonlinearity asks for larger weights, so that the scale of signals is kept. PyTorch's <c>init.calculate_gain</c>.</summary>
public static class Gain
{
    /// <summary>1, for no nonlinearity and for the logistic function.</summary>
    public const double Linear = 1;

    /// <summary>5/3, for tanh, as PyTorch has it.</summary>
    public const double Tanh = 5.0 / 3;

    /// <summary>3/4, for SELU, as PyTorch has it.</summary>
    public const double Selu = 3.0 / 4;

    /// <summary>√2, for ReLU: it halves the second moment (He et al., 2015).</summary>
    public static double ReLU { get; } = Math.Sqrt(2);

    /// <summary>√(2 / (1 + a²)), for a leaky ReLU (He et al., 2015).</summary>
    /// <param name="slope">a, the slope below 0.</param>
    /// <returns>The gain.</returns>
    public static double LeakyReLU(double slope = 0.01) => Math.Sqrt(2 / (1 + (slope * slope)));

    /// <summary>The gain of a nonlinearity.</summary>
    /// <param name="nonlinearity">Which.</param>
    /// <param name="slope">The slope below 0 of a leaky ReLU; not looked at otherwise.</param>
    /// <returns>The gain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such nonlinearity.</exception>
    public static double Of(Nonlinearity nonlinearity, double slope = 0.01) => nonlinearity switch
    {
        Nonlinearity.Linear or Nonlinearity.Sigmoid => Linear,
        Nonlinearity.Tanh => Tanh,
        Nonlinearity.ReLU => ReLU,
        Nonlinearity.LeakyReLU => LeakyReLU(slope),
        Nonlinearity.Selu => Selu,
        _ => throw new ArgumentOutOfRangeException(nameof(nonlinearity), nonlinearity, "There is no such nonlinearity."),
    };
}
