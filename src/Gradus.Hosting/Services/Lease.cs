namespace Gradus.Hosting.Services;

/// <summary>Something lent: given back once, however often it is asked to.</summary>
/// <param name="giveBack">Gives it back.</param>
internal sealed class Lease(Action giveBack)
{
    private Action? _giveBack = giveBack;

    /// <summary>Gives it back, the first time.</summary>
    public void End() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
