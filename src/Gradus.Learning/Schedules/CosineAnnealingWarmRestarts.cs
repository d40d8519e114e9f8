using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Schedules;

/// <summary>The learning rate falls as half a cosine and starts anew at the top, with periods that may grow. PyTorch's <c>lr_scheduler.CosineAnnealingWarmRestarts</c>.</summary>
/// <remarks>
/// ηₜ = η₋ + (η₀ − η₋)(1 + cos(π c / n)) / 2, where c counts the steps since the last restart and n is the period, multiplied at each restart (Loshchilov and Hutter, SGDR, 2017).
/// State beside the common one: <c>T_cur</c> c and <c>T_i</c> n, single Int64.
/// </remarks>
public sealed class CosineAnnealingWarmRestarts : Schedule
{
    private readonly long _first;
    private readonly long _growth;
    private readonly double _minimum;
    private long _since;
    private long _period;

    /// <summary>Makes the schedule and sets the rates of step 0.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="firstPeriod">The steps up to the first restart, at least 1. PyTorch's <c>T_0</c>.</param>
    /// <param name="growth">What the period is multiplied by at each restart, at least 1. PyTorch's <c>T_mult</c>.</param>
    /// <param name="minimum">η₋, at least 0. PyTorch's <c>eta_min</c>.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public CosineAnnealingWarmRestarts(Optimizer optimizer, long firstPeriod, long growth = 1, double minimum = 0)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstPeriod, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(growth, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        (_first, _growth, _minimum) = (firstPeriod, growth, minimum);
        Begin();
    }

    /// <inheritdoc/>
    public override void Step(double? metric = null)
    {
        _since++;
        if (_since >= _period)
        {
            _since -= _period;
            _period *= _growth;
        }

        base.Step(metric);
    }

    /// <inheritdoc/>
    protected internal override void Begin()
    {
        (_since, _period) = (0, _first);
        base.Begin();
    }

    /// <inheritdoc/>
    protected override double Rate(int group) => _minimum + ((BaseLearningRates[group] - _minimum) * (1 + Math.Cos(Math.PI * _since / _period)) / 2);

    private protected override void Save(Dictionary<string, Tensor> state)
    {
        state["T_cur"] = SavedState.Of(_since);
        state["T_i"] = SavedState.Of(_period);
    }

    private protected override Action Load(SavedState state)
    {
        (long since, long period) = (state.Count("T_cur"), state.Count("T_i"));
        return () => (_since, _period) = (since, period);
    }
}
