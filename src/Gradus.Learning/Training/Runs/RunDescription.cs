using System.Text.Json.Nodes;

namespace Gradus.Learning.Training.Runs;

/// <summary>What is to be known about a run before it begins.</summary>
/// <param name="Name">What it is called, such as <c>mnist-mlp</c>.</param>
/// <param name="Seed">The seed from which all others follow.</param>
public sealed record RunDescription(string Name, ulong Seed)
{
    /// <summary>The choices that made it what it is, such as <c>{"rate":0.01,"hidden":[64,32]}</c>; empty by default.</summary>
    public JsonObject Configuration { get; init; } = [];

    /// <summary>The digest of the training data (<see cref="DataDigest.Of"/>), or null where it is not known.</summary>
    public string? Data { get; init; }
}
