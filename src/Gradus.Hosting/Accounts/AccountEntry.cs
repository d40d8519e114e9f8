namespace Gradus.Hosting.Accounts;

/// <summary>A line of the list of accounts.</summary>
/// <param name="Id">The id, which is the name of the folder of the person's data too.</param>
/// <param name="Name">The name that the person signs in with.</param>
/// <param name="CreatedAt">When the account was made (UTC).</param>
/// <param name="SignedInAt">When the person signed in last (UTC), or null.</param>
/// <param name="Passkeys">How many passkeys there are.</param>
/// <param name="Tokens">How many API tokens there are.</param>
public sealed record AccountEntry(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? SignedInAt, int Passkeys, int Tokens);
