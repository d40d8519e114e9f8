using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>One cycle for the whole training: up to a high rate, then down to a very low one, with the momentum against it. PyTorch's <c>lr_scheduler.OneCycleLR</c>.</summary>
/// <remarks>
/// Smith and Topin, Super-convergence (2018). The rate starts at max / divFactor and ends at max / (divFactor · finalDivFactor). With three phases it first returns to where it
/// started, as in the paper. The last rate is that of <c>totalSteps</c> − 1 calls of <see cref="Schedule.Step"/>; one call more, as a loop makes that ends each step with one, leaves it.
/// </remarks>
public sealed class OneCycleLR : Schedule
{
    private readonly IReadOnlyList<double> _tops;
    private readonly long _total;
    private readonly AnnealStrategy _anneal;
    private readonly double _finalDivFactor;
    private readonly (double Low, double High)? _momentum;
    private readonly double[] _ends;

    /// <summary>Makes the schedule with the same peak for all groups and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="maxRate">The peak.</param>
    /// <param name="totalSteps">All steps of the training, at least 2.</param>
    /// <param name="warmUpShare">The share of the steps that goes up, in [0, 1]. PyTorch's <c>pct_start</c>.</param>
    /// <param name="anneal">How it goes from rate to rate.</param>
    /// <param name="cycleMomentum">Whether momentum (or β₁) goes against the rate.</param>
    /// <param name="baseMomentum">The momentum at the peak.</param>
    /// <param name="maxMomentum">The momentum at both ends.</param>
    /// <param name="divFactor">The peak over the first rate, above 0.</param>
    /// <param name="finalDivFactor">The first rate over the last, above 0.</param>
    /// <param name="threePhase">Whether it returns to the first rate as fast as it rose, and goes down to the last from there.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or the momentum is to cycle and the optimizer has none.</exception>
    public OneCycleLR(
        Optimizer optimizer,
        double maxRate,
        long totalSteps,
        double warmUpShare = 0.3,
        AnnealStrategy anneal = AnnealStrategy.Cosine,
        bool cycleMomentum = true,
        double baseMomentum = 0.85,
        double maxMomentum = 0.95,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false)
        : this(optimizer, Momenta.Same(optimizer, maxRate), totalSteps, warmUpShare, anneal, cycleMomentum, baseMomentum, maxMomentum, divFactor, finalDivFactor, threePhase)
    {
    }

    /// <summary>Makes the schedule with a peak for each group and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="maxRates">The peaks.</param>
    /// <param name="totalSteps">All steps of the training, at least 2.</param>
    /// <param name="warmUpShare">The share of the steps that goes up, in [0, 1].</param>
    /// <param name="anneal">How it goes from rate to rate.</param>
    /// <param name="cycleMomentum">Whether momentum (or β₁) goes against the rate.</param>
    /// <param name="baseMomentum">The momentum at the peak.</param>
    /// <param name="maxMomentum">The momentum at both ends.</param>
    /// <param name="divFactor">The peak over the first rate, above 0.</param>
    /// <param name="finalDivFactor">The first rate over the last, above 0.</param>
    /// <param name="threePhase">Whether it returns to the first rate as fast as it rose, and goes down to the last from there.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or the momentum is to cycle and the optimizer has none.</exception>
    public OneCycleLR(
        Optimizer optimizer,
        IReadOnlyList<double> maxRates,
        long totalSteps,
        double warmUpShare = 0.3,
        AnnealStrategy anneal = AnnealStrategy.Cosine,
        bool cycleMomentum = true,
        double baseMomentum = 0.85,
        double maxMomentum = 0.95,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totalSteps, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(warmUpShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(warmUpShare, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divFactor);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(finalDivFactor);
        _tops = PerGroup(maxRates, nameof(maxRates));
        (_total, _anneal, _finalDivFactor) = (totalSteps, anneal, finalDivFactor);
        double peak = (warmUpShare * totalSteps) - 1;
        if (peak == 0)
        {
            throw new ArgumentException($"OneCycleLR shall go up in {warmUpShare} of {totalSteps} steps: that is one step, in which nothing can rise. Take 0, or a larger share.", nameof(warmUpShare));
        }

        _ends = threePhase ? [0, peak, (2 * warmUpShare * totalSteps) - 2, totalSteps - 1] : [0, peak, totalSteps - 1];
        _momentum = cycleMomentum ? Momenta.Demand(optimizer, nameof(OneCycleLR), baseMomentum, maxMomentum) : null;
        Base([.. _tops.Select(top => top / divFactor)]);
        Begin();
    }

    /// <summary>Goes on by one and sets the learning rates.</summary>
    /// <param name="metric">Not looked at.</param>
    /// <exception cref="InvalidOperationException">The cycle is over.</exception>
    public override void Step(double? metric = null)
    {
        if (LastEpoch >= _total)
        {
            throw new InvalidOperationException($"OneCycleLR was made for {_total} steps and is at its end; give totalSteps as many as the training has (epochs times batches).");
        }

        base.Step(metric);
    }

    /// <inheritdoc/>
    protected override void Update(double? metric)
    {
        base.Update(metric);
        if (_momentum is { } bounds)
        {
            Momenta.Set(Optimizer, Between(_ends.Length == 4 ? [bounds.High, bounds.Low, bounds.High, bounds.High] : [bounds.High, bounds.Low, bounds.High]));
        }
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        double first = BaseLearningRates[group], last = first / _finalDivFactor;
        return Between(_ends.Length == 4 ? [first, _tops[group], first, last] : [first, _tops[group], last]);
    }

    // The value in this step, where the phases end at these values.
    private double Between(ReadOnlySpan<double> values)
    {
        int phase = 1;
        while (phase < _ends.Length - 1 && LastEpoch > _ends[phase])
        {
            phase++;
        }

        double share = Math.Min(1, (LastEpoch - _ends[phase - 1]) / (_ends[phase] - _ends[phase - 1])), from = values[phase - 1], to = values[phase];
        return _anneal == AnnealStrategy.Linear ? from + ((to - from) * share) : to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * share)));
    }
}
