namespace Gradus.Tensors.Tests.Threading;

/// <summary>Puts the engine's count of threads back when disposed. Tests that change the count share a collection, so that none of them runs while another does.</summary>
[CollectionDefinition(nameof(ThreadCount))]
public sealed class ThreadCount : IDisposable
{
    private readonly int _before = GradusThreads.Count;

    public void Dispose() => GradusThreads.Count = _before;
}
