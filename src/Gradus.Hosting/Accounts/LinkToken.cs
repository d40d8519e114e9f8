namespace Gradus.Hosting.Accounts;

/// <summary>A link that was looked up: still good when it was, and used up when an account is stored with it.</summary>
/// <param name="Hash">The hash under which it is kept.</param>
/// <param name="AccountId">The account whose password it sets, or null where it invites somebody new.</param>
/// <param name="Expires">When it ends (UTC).</param>
public sealed record LinkToken(byte[] Hash, string? AccountId, DateTimeOffset Expires);
