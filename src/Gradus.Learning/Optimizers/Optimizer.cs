using Gradus.Tensors;

namespace Gradus.Learning.Optimizers;

/// <summary>Changes parameters against their gradients. One call steps all of them in fused kernels.</summary>
public abstract class Optimizer
{
    private double _learningRate;

    /// <summary>Takes the parameters over.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it; each tensor once.</param>
    /// <param name="learningRate">The learning rate, at least 0.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or one cannot have gradients.</exception>
    protected Optimizer(IReadOnlyList<Tensor> parameters, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0)
        {
            throw new ArgumentException($"{GetType().Name} got no parameters; pass model.Parameters().", nameof(parameters));
        }

        if (parameters.Distinct(ReferenceEqualityComparer.Instance).Count() != parameters.Count)
        {
            throw new ArgumentException($"{GetType().Name} got a parameter twice; it would be stepped twice.", nameof(parameters));
        }

        if (parameters.FirstOrDefault(parameter => !parameter.DType.IsFloatingPoint() || !parameter.IsContiguous) is { } odd)
        {
            throw new ArgumentException($"{GetType().Name} got a parameter of {odd.DType} [{string.Join(", ", odd.Shape.ToArray())}]; it needs contiguous Float32 or Float64.", nameof(parameters));
        }

        Parameters = [.. parameters];
        LearningRate = learningRate;
    }

    /// <summary>What is trained.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The learning rate; a schedule may change it between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A learning rate is a number of at least 0.");
            }

            _learningRate = value;
        }
    }

    /// <summary>Forgets all gradients; without it they add up over steps.</summary>
    public void ZeroGrad()
    {
        foreach (Tensor parameter in Parameters)
        {
            parameter.ZeroGrad();
        }
    }

    /// <summary>Takes one step. Parameters without a gradient stay as they are.</summary>
    public abstract void Step();

    private protected static double Demand(double value, double low, double high, string name) => value >= low && value < high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} must be at least {low} and less than {high}."));
}
