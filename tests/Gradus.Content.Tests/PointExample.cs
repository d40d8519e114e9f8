namespace Gradus.Content.Tests;

/// <summary>A sentence that states a fact or misconception, and one that comes near and does not.</summary>
internal sealed record PointExample(string Id, string States, string DoesNotState);
