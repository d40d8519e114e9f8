namespace Gradus.Cli.Terminal;

/// <summary>Turns the first Ctrl+C into a cancellation; a second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Interruption() => Console.CancelKeyPress += OnCancel;

    /// <summary>Cancelled by the first Ctrl+C.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        _source.Dispose();
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs arguments)
    {
        if (!_source.IsCancellationRequested)
        {
            arguments.Cancel = true;
            _source.Cancel();
        }
    }
}
