using Dapper;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Accounts;

/// <summary>Who has an account, for the owner of the site.</summary>
/// <param name="database">Where the accounts are kept.</param>
public sealed class AccountRegister(AccountDatabase database)
{
    /// <summary>Everybody, by name.</summary>
    /// <returns>One entry an account.</returns>
    public IReadOnlyList<AccountEntry> List() => [.. database
        .Read(connection => connection.Query<Row>(
            """
            SELECT id, name, created, signed_in AS SignedIn,
              (SELECT count(*) FROM passkeys WHERE passkeys.account = accounts.id) AS Passkeys, (SELECT count(*) FROM tokens WHERE tokens.account = accounts.id) AS Tokens
            FROM accounts ORDER BY normalized
            """).AsList())
        .Select(row => new AccountEntry(
            row.Id, row.Name, DateTimeOffset.FromUnixTimeMilliseconds(row.Created), row.SignedIn is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, row.Passkeys, row.Tokens))];

    /// <summary>The account with a name, in whatever case it is written.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The account.</returns>
    /// <exception cref="UnknownIdException">There is none; the message names the nearest.</exception>
    public AccountEntry Find(string name)
    {
        IReadOnlyList<AccountEntry> all = List();
        return all.FirstOrDefault(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownIdException("account", name, NearestId.Among(all.Select(account => account.Name), name));
    }

    /// <summary>Takes an account away, with its passkeys, tokens and links; the folder of its data is named among <see cref="Leavers"/> until it is gone too.</summary>
    /// <param name="id">The account's id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id) => database.Write((connection, transaction) => Delete(connection, transaction, id));

    /// <summary>The ids of accounts that were taken away while a folder of theirs may still be there.</summary>
    /// <returns>The ids.</returns>
    internal IReadOnlyList<string> Leavers() => database.Read(connection => connection.Query<string>("SELECT account FROM leavers ORDER BY account").AsList());

    /// <summary>Says that nothing is left of an account.</summary>
    internal void Forget(string id) => database.Write((connection, transaction) => connection.Execute("DELETE FROM leavers WHERE account = @id", new { id }, transaction));

    internal static bool Delete(SqliteConnection connection, SqliteTransaction transaction, string id)
    {
        if (connection.Execute("DELETE FROM accounts WHERE id = @id", new { id }, transaction) == 0)
        {
            return false;
        }

        connection.Execute("INSERT OR IGNORE INTO leavers (account) VALUES (@id)", new { id }, transaction);
        return true;
    }

    // Not by position: where there is no row, a count has no type yet.
    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public long Created { get; init; }

        public long? SignedIn { get; init; }

        public int Passkeys { get; init; }

        public int Tokens { get; init; }
    }
}
