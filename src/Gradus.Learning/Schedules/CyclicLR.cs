using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate goes up and down between two bounds in straight lines, and the momentum against it. PyTorch's <c>lr_scheduler.CyclicLR</c>.</summary>
/// <remarks>Smith, Cyclical learning rates for training neural networks (2017). Find the bounds with <see cref="LearningRateRangeTest"/>.</remarks>
public sealed class CyclicLR : Schedule
{
    private readonly IReadOnlyList<double> _tops;
    private readonly double _up;
    private readonly double _cycle;
    private readonly CyclicMode _mode;
    private readonly double _gamma;
    private readonly (double Low, double High)? _momentum;

    /// <summary>Makes the schedule with the same bounds for all groups and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="baseRate">The lower bound, from which it starts.</param>
    /// <param name="maxRate">The upper bound.</param>
    /// <param name="stepsUp">The steps from the lower bound to the upper, at least 1.</param>
    /// <param name="stepsDown">The steps back; as many as up where null.</param>
    /// <param name="mode">How peaks change.</param>
    /// <param name="gamma">γ for <see cref="CyclicMode.Exponential"/>, at least 0.</param>
    /// <param name="cycleMomentum">Whether momentum (or β₁) goes from its upper bound to its lower while the rate goes up.</param>
    /// <param name="baseMomentum">The lower bound of the momentum.</param>
    /// <param name="maxMomentum">The upper bound of the momentum.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or the momentum is to cycle and the optimizer has none.</exception>
    public CyclicLR(
        Optimizer optimizer,
        double baseRate,
        double maxRate,
        long stepsUp = 2000,
        long? stepsDown = null,
        CyclicMode mode = CyclicMode.Triangular,
        double gamma = 1,
        bool cycleMomentum = true,
        double baseMomentum = 0.8,
        double maxMomentum = 0.9)
        : this(optimizer, Momenta.Same(optimizer, baseRate), Momenta.Same(optimizer, maxRate), stepsUp, stepsDown, mode, gamma, cycleMomentum, baseMomentum, maxMomentum)
    {
    }

    /// <summary>Makes the schedule with bounds for each group and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="baseRates">The lower bounds.</param>
    /// <param name="maxRates">The upper bounds.</param>
    /// <param name="stepsUp">The steps from the lower bound to the upper, at least 1.</param>
    /// <param name="stepsDown">The steps back; as many as up where null.</param>
    /// <param name="mode">How peaks change.</param>
    /// <param name="gamma">γ for <see cref="CyclicMode.Exponential"/>, at least 0.</param>
    /// <param name="cycleMomentum">Whether momentum (or β₁) goes against the rate.</param>
    /// <param name="baseMomentum">The lower bound of the momentum.</param>
    /// <param name="maxMomentum">The upper bound of the momentum.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or the momentum is to cycle and the optimizer has none.</exception>
    public CyclicLR(
        Optimizer optimizer,
        IReadOnlyList<double> baseRates,
        IReadOnlyList<double> maxRates,
        long stepsUp = 2000,
        long? stepsDown = null,
        CyclicMode mode = CyclicMode.Triangular,
        double gamma = 1,
        bool cycleMomentum = true,
        double baseMomentum = 0.8,
        double maxMomentum = 0.9)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsUp, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsDown ?? 1, 1, nameof(stepsDown));
        ArgumentOutOfRangeException.ThrowIfNegative(gamma);
        _tops = PerGroup(maxRates, nameof(maxRates));
        _cycle = stepsUp + (stepsDown ?? stepsUp);
        _up = stepsUp / _cycle;
        (_mode, _gamma) = (mode, gamma);
        _momentum = cycleMomentum ? Momenta.Demand(optimizer, nameof(CyclicLR), baseMomentum, maxMomentum) : null;
        Base(PerGroup(baseRates, nameof(baseRates)));
        Begin();
    }

    /// <inheritdoc/>
    protected override void Update(double? metric)
    {
        base.Update(metric);
        if (_momentum is { } bounds)
        {
            Momenta.Set(Optimizer, bounds.High - ((bounds.High - bounds.Low) * Height()));
        }
    }

    /// <inheritdoc/>
    protected override double Rate(int group) => BaseLearningRates[group] + ((_tops[group] - BaseLearningRates[group]) * Height());

    // From 0 at the lower bound to 1 at the upper.
    private double Height()
    {
        double cycle = Math.Floor(1 + (LastEpoch / _cycle)), place = 1 + (LastEpoch / _cycle) - cycle;
        double height = place <= _up ? place / _up : (place - 1) / (_up - 1);
        return height * _mode switch
        {
            CyclicMode.Halving => 1 / Math.Pow(2, cycle - 1),
            CyclicMode.Exponential => Math.Pow(_gamma, LastEpoch),
            _ => 1,
        };
    }
}
