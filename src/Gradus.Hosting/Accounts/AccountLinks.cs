using Dapper;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Accounts;

/// <summary>Links that can be used once: an invitation makes an account, a reset sets a new password. Only their hashes are kept.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class AccountLinks(AccountDatabase database)
{
    /// <summary>The path of an invitation on the site, without its secret.</summary>
    public const string InvitePath = "/invite/";

    /// <summary>The path of a reset on the site, without its secret.</summary>
    public const string ResetPath = "/reset/";

    /// <summary>The most days that a link can be good for.</summary>
    public const int MostDays = 365;

    /// <summary>Makes an invitation.</summary>
    /// <param name="days">For how many days it is good, 1 to <see cref="MostDays"/>.</param>
    /// <returns>The secret, which is told only now, and when it ends.</returns>
    public (string Secret, DateTimeOffset Expires) Invite(int days) => Make(null, days);

    /// <summary>Makes a link that sets a new password; earlier ones of the same account are void.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="days">For how many days it is good, 1 to <see cref="MostDays"/>.</param>
    /// <returns>The secret, which is told only now, and when it ends.</returns>
    public (string Secret, DateTimeOffset Expires) Reset(string account, int days)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        return Make(account, days);
    }

    /// <summary>Looks a link up without using it.</summary>
    /// <param name="secret">Its secret.</param>
    /// <returns>The link; null where there is none, or it has been used or has ended.</returns>
    public LinkToken? Find(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] hash = Secret.Hash(secret);
        Row? row = database.Read(connection => connection.QuerySingleOrDefault<Row>("SELECT account, expires FROM links WHERE hash = @hash AND expires > @now", new { hash, now = Now }));
        return row is null ? null : new LinkToken(hash, row.Account, DateTimeOffset.FromUnixTimeMilliseconds(row.Expires));
    }

    /// <summary>Uses a link up inside a transaction.</summary>
    /// <returns>Whether it was still there and good.</returns>
    internal static bool Use(SqliteConnection connection, SqliteTransaction transaction, LinkToken link, TimeProvider clock) =>
        connection.Execute("DELETE FROM links WHERE hash = @Hash AND account IS @AccountId AND expires > @now", new { link.Hash, link.AccountId, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }, transaction) == 1;

    private long Now => database.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private (string Secret, DateTimeOffset Expires) Make(string? account, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        string secret = Secret.Make();
        DateTimeOffset expires = database.Clock.GetUtcNow().AddDays(days);
        database.Write((connection, transaction) =>
        {
            connection.Execute("DELETE FROM links WHERE expires <= @now OR (account IS NOT NULL AND account = @account)", new { now = Now, account }, transaction);
            return connection.Execute(
                "INSERT INTO links (hash, account, created, expires) VALUES (@hash, @account, @now, @expires)",
                new { hash = Secret.Hash(secret), account, now = Now, expires = expires.ToUnixTimeMilliseconds() },
                transaction);
        });
        return (secret, expires);
    }

    private sealed record Row(string? Account, long Expires);
}
