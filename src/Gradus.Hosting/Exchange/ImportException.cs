namespace Gradus.Hosting.Exchange;

/// <summary>A file cannot be imported; nothing of it was.</summary>
/// <param name="source">The file's name.</param>
/// <param name="problem">Where in it, what was found, what is needed.</param>
/// <param name="inner">What told of it, or null.</param>
public sealed class ImportException(string source, string problem, Exception? inner = null) : Exception($"{source}: {problem} Nothing was imported.", inner);
