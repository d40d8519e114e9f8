using Gradus.Tensors.Autograd;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

/// <summary>While it is open on a thread, the first recorded operator whose result or gradient is not finite throws: <c>using DetectAnomaly _ = DetectAnomaly.Enter();</c>.</summary>
/// <remarks>
/// The <see cref="AnomalyException"/> names the operator, the shapes and the line that called it. Every result is read again and every call notes its stack, so it is slow: for finding faults only.
/// PyTorch's <c>torch.autograd.detect_anomaly</c> looks at gradients alone; this looks at results too.
/// </remarks>
public readonly ref struct DetectAnomaly
{
    private readonly ThreadContext _state;
    private readonly AnomalyWatch? _before;

    /// <summary>Not for use: it would look for nothing.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete("new DetectAnomaly() looks for nothing: write DetectAnomaly.Enter().", error: true)]
    public DetectAnomaly() => throw new NotSupportedException("new DetectAnomaly() looks for nothing: write DetectAnomaly.Enter().");

    private DetectAnomaly(ThreadContext state, AnomalyWatch watch)
    {
        _state = state;
        _before = state.Watch;
        state.Watch = watch;
        Anomaly.Open();
    }

    /// <summary>Looks for anomalies on this thread until it is disposed.</summary>
    /// <param name="infinities">Whether infinities count too; set it to false where the model uses them on purpose, as −∞ in a mask.</param>
    /// <returns>Restores what was before when disposed.</returns>
    public static DetectAnomaly Enter(bool infinities = true) => new(ThreadContext.Current, new AnomalyWatch(infinities));

    /// <summary>Restores what was before.</summary>
    public void Dispose()
    {
        if (_state is not null)
        {
            _state.Watch = _before;
            Anomaly.Close();
        }
    }
}
