using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Accounts;

/// <summary>Gradus's own store of ASP.NET Core Identity: accounts, passwords, stamps, lockouts and passkeys in SQLite.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="errors">Says what is wrong.</param>
/// <remarks>A row carries a version: a change of an older state is refused, as Identity wants it.</remarks>
public sealed partial class AccountStore(AccountDatabase database, IdentityErrorDescriber errors)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>, IUserPasskeyStore<Account>
{
    /// <summary>The code of the error that a link cannot be used any more.</summary>
    public const string LinkUsedUp = nameof(LinkUsedUp);

    private const string Columns = "id, name, normalized, password, stamp, failures, locked_until AS LockedUntil, created, signed_in AS SignedIn, version";
    private const int UniqueViolation = 19;

    /// <inheritdoc/>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.Version = 1;
        return Store(user, (connection, transaction) => connection.Execute(
            """
            INSERT INTO accounts (id, name, normalized, password, stamp, failures, locked_until, created, signed_in, version)
            VALUES (@Id, @Name, @NormalizedName, @PasswordHash, @SecurityStamp, @Failures, @locked, @created, @signedIn, 1)
            """,
            Values(user),
            transaction) == 1);
    }

    /// <inheritdoc/>
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        IdentityResult result = await Store(user, (connection, transaction) => connection.Execute(
            """
            UPDATE accounts SET name = @Name, normalized = @NormalizedName, password = @PasswordHash, stamp = @SecurityStamp, failures = @Failures, locked_until = @locked, signed_in = @signedIn, version = version + 1
            WHERE id = @Id AND version = @Version
            """,
            Values(user),
            transaction) == 1);
        if (result.Succeeded)
        {
            user.Version++;
        }

        return result;
    }

    /// <inheritdoc/>
    /// <remarks>The folder of the person's data is struck off by <see cref="People"/>; until then the account stands among the leavers.</remarks>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(database.Write((connection, transaction) => AccountRegister.Delete(connection, transaction, user.Id))
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.ConcurrencyFailure()));
    }

    /// <inheritdoc/>
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(One("id = @value", userId));

    /// <inheritdoc/>
    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(One("normalized = @value", normalizedUserName));

    /// <summary>Closes nothing: the database is the caller's.</summary>
    public void Dispose()
    {
        // The framework disposes of a store at the end of each request.
    }

    private Task<IdentityResult> Store(Account user, Func<SqliteConnection, SqliteTransaction, bool> change)
    {
        try
        {
            return Task.FromResult(database.Write((connection, transaction) =>
            {
                if (user.Uses is { } link && !AccountLinks.Use(connection, transaction, link, database.Clock))
                {
                    throw new RefusedException(new IdentityError { Code = LinkUsedUp, Description = "The link has been used or has ended meanwhile; ask for a new one." });
                }

                if (user.Uses?.AccountId is { } reset)
                {
                    // Whoever needs a new password may not be the only one who had the old.
                    connection.Execute("DELETE FROM tokens WHERE account = @reset", new { reset }, transaction);
                }

                if (!change(connection, transaction))
                {
                    throw new RefusedException(errors.ConcurrencyFailure());
                }

                user.Uses = null;
                return IdentityResult.Success;
            }));
        }
        catch (RefusedException refused)
        {
            // The transaction was rolled back: the link is as it was.
            return Task.FromResult(IdentityResult.Failed(refused.Error));
        }
        catch (Store.StoreException error) when (error.InnerException is SqliteException { SqliteErrorCode: UniqueViolation })
        {
            return Task.FromResult(IdentityResult.Failed(errors.DuplicateUserName(user.Name)));
        }
    }

    private Account? One(string condition, object value) =>
        database.Read(connection => connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM accounts WHERE {condition}", new { value }))?.Read();

    private static object Values(Account user) => new
    {
        user.Id,
        user.Name,
        user.NormalizedName,
        user.PasswordHash,
        user.SecurityStamp,
        user.Failures,
        locked = user.LockedUntil?.ToUnixTimeMilliseconds(),
        created = user.CreatedAt.ToUnixTimeMilliseconds(),
        signedIn = user.SignedInAt?.ToUnixTimeMilliseconds(),
        user.Version,
    };

    private sealed class RefusedException(IdentityError error) : Exception(error.Description)
    {
        public IdentityError Error => error;
    }

    private sealed record Row(string Id, string Name, string Normalized, string? Password, string Stamp, long Failures, long? LockedUntil, long Created, long? SignedIn, long Version)
    {
        public Account Read() => new()
        {
            Id = Id,
            Name = Name,
            NormalizedName = Normalized,
            PasswordHash = Password,
            SecurityStamp = Stamp,
            Failures = (int)Failures,
            LockedUntil = LockedUntil is { } locked ? DateTimeOffset.FromUnixTimeMilliseconds(locked) : null,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Created),
            SignedInAt = SignedIn is { } signedIn ? DateTimeOffset.FromUnixTimeMilliseconds(signedIn) : null,
            Version = Version,
        };
    }
}
