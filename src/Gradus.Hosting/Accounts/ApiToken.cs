namespace Gradus.Hosting.Accounts;

/// <summary>A key by which a program acts for a person; the key itself is not kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="UsedAt">When it was used last (UTC), to the hour, or null.</param>
public sealed record ApiToken(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);
