namespace Gradus.Hosting.Store;

/// <summary>Something was appended to a stream meanwhile, by another thread or process; read it again and decide anew.</summary>
/// <param name="stream">The stream.</param>
public sealed class StoreConflictException(string stream) : Exception($"'{stream}' changed meanwhile; read it again and decide anew.")
{
    /// <summary>The stream.</summary>
    public string Stream => stream;
}
