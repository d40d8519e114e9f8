namespace Gradus.Web.Accounts;

/// <summary>Lets the attempts to sign in with one name come one after another, so that many at once cannot outrun the count of failures.</summary>
internal sealed class SignInGate
{
    /// <summary>After how many wrong passwords in a row a name rests.</summary>
    public const int MostFailures = 5;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>How long it rests.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Waits for one's turn.</summary>
    /// <param name="name">The name in the form in which names are compared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What ends the turn when it is disposed of.</returns>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellationToken)
    {
        SemaphoreSlim gate = _gates[(uint)name.GetHashCode(StringComparison.Ordinal) % (uint)_gates.Length];
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
