using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

/// <summary>While it is open on a thread, operators record no gradients: <c>using NoGrad _ = NoGrad.Enter();</c>, PyTorch's <c>torch.no_grad()</c>.</summary>
public readonly ref struct NoGrad
{
    private readonly ThreadContext _state;
    private readonly int _before;

    /// <summary>Not for use: it would stop nothing.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete("new NoGrad() stops nothing: write NoGrad.Enter().", error: true)]
    public NoGrad() => throw new NotSupportedException("new NoGrad() stops nothing: write NoGrad.Enter().");

    private NoGrad(ThreadContext state, int depth)
    {
        _state = state;
        _before = state.NoGradDepth;
        state.NoGradDepth = depth;
    }

    /// <summary>Whether operators on this thread record gradients.</summary>
    public static bool IsRecording => ThreadContext.Current.NoGradDepth == 0;

    /// <summary>Stops recording on this thread until it is disposed.</summary>
    /// <returns>Restores what was before when disposed.</returns>
    public static NoGrad Enter()
    {
        ThreadContext state = ThreadContext.Current;
        return new NoGrad(state, state.NoGradDepth + 1);
    }

    /// <summary>Records again inside an open <see cref="NoGrad"/>, PyTorch's <c>torch.enable_grad()</c>.</summary>
    /// <returns>Restores what was before when disposed.</returns>
    public static NoGrad Exit() => new(ThreadContext.Current, 0);

    /// <summary>Restores what was before.</summary>
    public void Dispose() => _state.NoGradDepth = _before;
}
