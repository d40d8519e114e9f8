using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Hosting.Accounts;

// Passkeys: a row each, found by its credential's id.
public sealed partial class AccountStore
{
    private const string PasskeyColumns =
        "id, name, public_key AS PublicKey, created, sign_count AS SignCount, transports, verified, backup_eligible AS BackupEligible, backed_up AS BackedUp, attestation, client_data AS ClientData";

    /// <inheritdoc/>
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(passkey);
        int changed = database.Write((connection, transaction) => connection.Execute(
            """
            INSERT INTO passkeys (id, account, name, public_key, created, sign_count, transports, verified, backup_eligible, backed_up, attestation, client_data)
            VALUES (@CredentialId, @account, @Name, @PublicKey, @created, @SignCount, @transports, @IsUserVerified, @IsBackupEligible, @IsBackedUp, @AttestationObject, @ClientDataJson)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, sign_count = excluded.sign_count, verified = excluded.verified, backed_up = excluded.backed_up WHERE account = excluded.account
            """,
            new
            {
                passkey.CredentialId,
                account = user.Id,
                passkey.Name,
                passkey.PublicKey,
                created = passkey.CreatedAt.ToUnixTimeMilliseconds(),
                SignCount = (long)passkey.SignCount,
                transports = JsonSerializer.Serialize(passkey.Transports ?? []),
                passkey.IsUserVerified,
                passkey.IsBackupEligible,
                passkey.IsBackedUp,
                passkey.AttestationObject,
                passkey.ClientDataJson,
            },
            transaction));
        return changed == 1 ? Task.CompletedTask : throw new InvalidOperationException("The passkey belongs to another account; nothing was stored.");
    }

    /// <inheritdoc/>
    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        IList<UserPasskeyInfo> passkeys = [.. database
            .Read(connection => connection.Query<PasskeyRow>($"SELECT {PasskeyColumns} FROM passkeys WHERE account = @Id ORDER BY created, id", new { user.Id }).AsList())
            .Select(row => row.Read())];
        return Task.FromResult(passkeys);
    }

    /// <inheritdoc/>
    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(One("id = (SELECT account FROM passkeys WHERE passkeys.id = @value)", credentialId));

    /// <inheritdoc/>
    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(database
            .Read(connection => connection.QuerySingleOrDefault<PasskeyRow>($"SELECT {PasskeyColumns} FROM passkeys WHERE account = @Id AND id = @credentialId", new { user.Id, credentialId }))?.Read());
    }

    /// <inheritdoc/>
    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        database.Write((connection, transaction) => connection.Execute("DELETE FROM passkeys WHERE account = @Id AND id = @credentialId", new { user.Id, credentialId }, transaction));
        return Task.CompletedTask;
    }

    private sealed record PasskeyRow(
        byte[] Id, string? Name, byte[] PublicKey, long Created, long SignCount, string Transports, long Verified, long BackupEligible, long BackedUp, byte[] Attestation, byte[] ClientData)
    {
        public UserPasskeyInfo Read() => new(
            Id, PublicKey, DateTimeOffset.FromUnixTimeMilliseconds(Created), (uint)SignCount, JsonSerializer.Deserialize<string[]>(Transports), Verified != 0, BackupEligible != 0, BackedUp != 0, Attestation, ClientData)
        {
            Name = Name,
        };
    }
}
