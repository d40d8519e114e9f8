namespace Gradus.Hosting.Services;

/// <summary>Something was named that does not exist; the message names what is nearest.</summary>
/// <param name="kind">What was looked for: "question", "lab", "profile", "sitting", "answer".</param>
/// <param name="id">The id that came.</param>
/// <param name="nearest">Ids that are near to it, the nearest first.</param>
public sealed class UnknownIdException(string kind, string id, IReadOnlyList<string> nearest)
    : Exception(nearest.Count == 0 ? $"There is no {kind} '{id}'." : $"There is no {kind} '{id}'; the nearest: {string.Join(", ", nearest)}.")
{
    /// <summary>What was looked for.</summary>
    public string Kind => kind;

    /// <summary>The id that came.</summary>
    public string Id => id;

    /// <summary>Ids that are near to it, the nearest first.</summary>
    public IReadOnlyList<string> Nearest => nearest;
}
