using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Schedules;

/// <summary>Lowers the learning rate when a figure has not improved for some epochs. PyTorch's <c>lr_scheduler.ReduceLROnPlateau</c>.</summary>
/// <remarks>
/// <para>Call <c>Step(validationLoss)</c> after each validation. After more than <c>patience</c> epochs that were not better the rate becomes max(factor · rate, minimum).
/// A figure that is not a number is not better.</para>
/// <para>State beside the common one: <c>best</c> (Float64), <c>num_bad_epochs</c> and <c>cooldown_counter</c> (Int64).</para>
/// </remarks>
public sealed class ReduceLROnPlateau : Schedule
{
    private readonly PlateauMode _mode;
    private readonly double _factor;
    private readonly long _patience;
    private readonly double _threshold;
    private readonly ThresholdMode _thresholdMode;
    private readonly long _cooldown;
    private readonly double _minimum;
    private readonly double _epsilon;
    private double _best;
    private long _bad;
    private long _cooling;

    /// <summary>Makes the schedule; the rates stay as they are.</summary>
    /// <param name="optimizer">Whose learning rates are changed.</param>
    /// <param name="mode">Which figures are better.</param>
    /// <param name="factor">What the rate is multiplied by, in [0, 1).</param>
    /// <param name="patience">Epochs without improvement that are borne, at least 0.</param>
    /// <param name="threshold">By how much a figure must be better, at least 0.</param>
    /// <param name="thresholdMode">How the threshold is meant.</param>
    /// <param name="cooldown">Epochs after a reduction that do not count, at least 0.</param>
    /// <param name="minimum">The least rate, at least 0. PyTorch's <c>min_lr</c>.</param>
    /// <param name="epsilon">A rate that would change by no more is left, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public ReduceLROnPlateau(
        Optimizer optimizer,
        PlateauMode mode = PlateauMode.Min,
        double factor = 0.1,
        long patience = 10,
        double threshold = 1e-4,
        ThresholdMode thresholdMode = ThresholdMode.Relative,
        long cooldown = 0,
        double minimum = 0,
        double epsilon = 1e-8)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfNegative(cooldown);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        (_mode, _factor, _patience, _threshold, _thresholdMode, _cooldown, _minimum, _epsilon) = (mode, factor, patience, threshold, thresholdMode, cooldown, minimum, epsilon);
        Begin();
    }

    internal override bool NeedsFigure => true;

    /// <summary>Takes the figure of an epoch.</summary>
    /// <param name="metric">The figure; needed.</param>
    /// <exception cref="ArgumentNullException">There is no figure.</exception>
    public override void Step(double? metric = null) => base.Step(metric ?? throw new ArgumentNullException(nameof(metric), "ReduceLROnPlateau needs the figure that it watches: Step(validationLoss)."));

    /// <inheritdoc/>
    protected internal override void Begin()
    {
        (_best, _bad, _cooling) = (_mode == PlateauMode.Min ? double.PositiveInfinity : double.NegativeInfinity, 0, 0);
        LastEpoch = 0;
    }

    /// <inheritdoc/>
    protected override void Update(double? metric)
    {
        double figure = metric!.Value;
        if (Better(figure))
        {
            (_best, _bad) = (figure, 0);
        }
        else
        {
            _bad++;
        }

        if (_cooling > 0)
        {
            _cooling--;
            _bad = 0;
        }

        if (_bad > _patience)
        {
            base.Update(metric);
            (_cooling, _bad) = (_cooldown, 0);
        }
    }

    /// <inheritdoc/>
    protected override double Rate(int group)
    {
        double now = base.Rate(group), next = Math.Max(now * _factor, _minimum);
        return now - next > _epsilon ? next : now;
    }

    private protected override void Save(Dictionary<string, Tensor> state)
    {
        state["best"] = SavedState.Of(_best);
        state["num_bad_epochs"] = SavedState.Of(_bad);
        state["cooldown_counter"] = SavedState.Of(_cooling);
    }

    private protected override Action Load(SavedState state)
    {
        (double best, long bad, long cooling) = (state.Number("best"), state.Count("num_bad_epochs"), state.Count("cooldown_counter"));
        return () => (_best, _bad, _cooling) = (best, bad, cooling);
    }

    private bool Better(double figure) => (_mode, _thresholdMode) switch
    {
        (PlateauMode.Min, ThresholdMode.Relative) => figure < _best * (1 - _threshold),
        (PlateauMode.Min, _) => figure < _best - _threshold,
        (_, ThresholdMode.Relative) => figure > _best * (1 + _threshold),
        _ => figure > _best + _threshold,
    };
}
