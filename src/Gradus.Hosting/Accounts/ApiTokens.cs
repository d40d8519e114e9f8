using Dapper;

namespace Gradus.Hosting.Accounts;

/// <summary>The keys of programs that act for people.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class ApiTokens(AccountDatabase database)
{
    /// <summary>What every key begins with, so that one that is lying about can be told for what it is.</summary>
    public const string Prefix = "gradus_";

    /// <summary>How many keys a person may have.</summary>
    public const int MostEach = 20;

    /// <summary>The longest name of a key.</summary>
    public const int LongestName = 60;

    private static readonly TimeSpan Fineness = TimeSpan.FromHours(1);

    /// <summary>The keys of a person, the oldest first.</summary>
    /// <param name="account">The account's id.</param>
    /// <returns>The keys.</returns>
    public IReadOnlyList<ApiToken> Of(string account) => [.. database
        .Read(connection => connection.Query<Row>("SELECT id, name, created, used FROM tokens WHERE account = @account ORDER BY created, id", new { account }).AsList())
        .Select(row => new ApiToken(row.Id, row.Name, DateTimeOffset.FromUnixTimeMilliseconds(row.Created), row.Used is { } used ? DateTimeOffset.FromUnixTimeMilliseconds(used) : null))];

    /// <summary>Makes a key.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="name">What the person calls it.</param>
    /// <returns>The key, which is told only now.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long, or there are too many keys.</exception>
    public string Create(string account, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string called = name.Trim();
        if (called.Length is 0 or > LongestName || called.Any(char.IsControl))
        {
            throw new ArgumentException($"A token needs a name of 1 to {LongestName} characters, such as the program that uses it; {called.Length} came.", nameof(name));
        }

        string secret = Prefix + Secret.Make();
        return database.Write((connection, transaction) =>
        {
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM tokens WHERE account = @account", new { account }, transaction) >= MostEach)
            {
                throw new ArgumentException($"There are {MostEach} tokens already; revoke one that is not needed any more.", nameof(account));
            }

            connection.Execute(
                "INSERT INTO tokens (id, account, name, hash, created) VALUES (@id, @account, @called, @hash, @now)",
                new { id = database.Ids.Next(), account, called, hash = Secret.Hash(secret), now = Now },
                transaction);
            return secret;
        });
    }

    /// <summary>Takes a key away; it opens nothing any more.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="id">The key's id.</param>
    /// <returns>Whether the person had it.</returns>
    public bool Revoke(string account, string id) =>
        database.Write((connection, transaction) => connection.Execute("DELETE FROM tokens WHERE account = @account AND id = @id", new { account, id }, transaction) == 1);

    /// <summary>Whose key it is; its use is noted to the hour.</summary>
    /// <param name="secret">The key.</param>
    /// <returns>The account's id, or null where it is nobody's.</returns>
    public string? Use(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] hash = Secret.Hash(secret);
        Owner? owner = database.Read(connection => connection.QuerySingleOrDefault<Owner>("SELECT account, used FROM tokens WHERE hash = @hash", new { hash }));
        if (owner is not null && !(owner.Used > Now - (long)Fineness.TotalMilliseconds))
        {
            database.Write((connection, transaction) => connection.Execute("UPDATE tokens SET used = @now WHERE hash = @hash", new { now = Now, hash }, transaction));
        }

        return owner?.Account;
    }

    private long Now => database.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record Row(string Id, string Name, long Created, long? Used);

    private sealed record Owner(string Account, long? Used);
}
