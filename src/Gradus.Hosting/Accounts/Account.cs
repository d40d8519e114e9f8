namespace Gradus.Hosting.Accounts;

/// <summary>A person on a site that several use: who they are, and what Identity needs to know to let them in.</summary>
public sealed class Account
{
    /// <summary>The id; it never changes, and names the folder of the person's data.</summary>
    public required string Id { get; init; }

    /// <summary>The name that the person signs in with, as they wrote it.</summary>
    public required string Name { get; set; }

    /// <summary>The name in the form in which names are compared.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>The password, hashed by Identity's hasher; null before there is one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of what the person signs in with; a browser that was signed in before is signed out by it.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>How often in a row a wrong password came.</summary>
    public int Failures { get; set; }

    /// <summary>Until when no password is tried (UTC), or null.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person signed in last (UTC), or null.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>Which state of the row was read; a change of an older state is refused.</summary>
    internal long Version { get; set; }

    /// <summary>The link that the next storing uses up, in the same transaction; null for none.</summary>
    public LinkToken? Uses { get; set; }
}
