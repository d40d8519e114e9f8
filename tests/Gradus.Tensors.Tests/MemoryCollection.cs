namespace Gradus.Tensors.Tests;

/// <summary>Tests that read how much memory the process uses; no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    /// <summary>The name that the classes give.</summary>
    internal const string Name = "memory";
}
