using System.Text.Json.Nodes;

namespace Gradus.Interview.Log;

/// <summary>The stored form of one kind of event.</summary>
/// <param name="Kind">The kind; never renamed.</param>
/// <param name="Type">The record that it is read into.</param>
/// <param name="Upgrades">
/// What turns version 1 into 2, 2 into 3 and so on; the current version is one more than their number. A field that is added with a default needs no
/// upgrade and no new version.
/// </param>
internal sealed record EventForm(string Kind, Type Type, params IReadOnlyList<Action<JsonObject>> Upgrades)
{
    public int Version => Upgrades.Count + 1;
}
