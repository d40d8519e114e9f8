using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate times whatever a function says. PyTorch's <c>lr_scheduler.LambdaLR</c>.</summary>
/// <remarks>ηₜ = η₀ f(t). The function is no part of the state; give the same one when a training is resumed.</remarks>
public sealed class LambdaLR : Schedule
{
    private readonly IReadOnlyList<Func<long, double>> _factors;

    /// <summary>Makes the schedule with one function for all groups.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="factor">f, from the step to a factor of at least 0.</param>
    public LambdaLR(Optimizer optimizer, Func<long, double> factor)
        : this(optimizer, [.. (optimizer?.Groups ?? []).Select(_ => factor)])
    {
    }

    /// <summary>Makes the schedule with a function for each group.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="factors">f for each group.</param>
    /// <exception cref="ArgumentException">There are not as many functions as groups.</exception>
    public LambdaLR(Optimizer optimizer, IReadOnlyList<Func<long, double>> factors)
        : base(optimizer)
    {
        _factors = PerGroup(factors, nameof(factors));
        Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group) => BaseLearningRates[group] * _factors[group](LastEpoch);
}
