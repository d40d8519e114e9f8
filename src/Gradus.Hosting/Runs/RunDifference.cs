using System.Text.Json;

namespace Gradus.Hosting.Runs;

/// <summary>Something in which runs differ.</summary>
/// <param name="Name">Its path in the configuration or the environment, such as <c>optimizer.rate</c>.</param>
/// <param name="Values">Its value in each run; null where a run does not have it.</param>
public sealed record RunDifference(string Name, IReadOnlyList<JsonElement?> Values);
