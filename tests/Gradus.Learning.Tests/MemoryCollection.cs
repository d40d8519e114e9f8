namespace Gradus.Learning.Tests;

/// <summary>Tests that read how much tensor memory the process uses; no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    /// <summary>The name that the classes give.</summary>
    internal const string Name = "memory";
}
