using Gradus.Hosting.Store;

namespace Gradus.Hosting.Accounts;

/// <summary>The form of the accounts' database, step by step. Steps are never edited once released; a change is a new step.</summary>
internal static class AccountMigrations
{
    /// <summary>Selects what changes with every change.</summary>
    public const string Mark = "SELECT CAST(revision AS TEXT) FROM site";

    /// <summary>All steps in order.</summary>
    public static IReadOnlyList<StoreMigration> All { get; } =
    [
        new(1, """
            CREATE TABLE accounts (
              id TEXT NOT NULL PRIMARY KEY,
              name TEXT NOT NULL,
              normalized TEXT NOT NULL UNIQUE,
              password TEXT,
              stamp TEXT NOT NULL,
              failures INTEGER NOT NULL,
              locked_until INTEGER,
              created INTEGER NOT NULL,
              signed_in INTEGER,
              version INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE TABLE passkeys (
              id BLOB NOT NULL PRIMARY KEY,
              account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
              name TEXT,
              public_key BLOB NOT NULL,
              created INTEGER NOT NULL,
              sign_count INTEGER NOT NULL,
              transports TEXT NOT NULL,
              verified INTEGER NOT NULL,
              backup_eligible INTEGER NOT NULL,
              backed_up INTEGER NOT NULL,
              attestation BLOB NOT NULL,
              client_data BLOB NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX passkeys_by_account ON passkeys (account);
            CREATE TABLE tokens (
              id TEXT NOT NULL PRIMARY KEY,
              account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
              name TEXT NOT NULL,
              hash BLOB NOT NULL UNIQUE,
              created INTEGER NOT NULL,
              used INTEGER
            ) WITHOUT ROWID;
            CREATE INDEX tokens_by_account ON tokens (account);
            CREATE TABLE links (
              hash BLOB NOT NULL PRIMARY KEY,
              account TEXT REFERENCES accounts (id) ON DELETE CASCADE,
              created INTEGER NOT NULL,
              expires INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX links_by_account ON links (account);
            CREATE TABLE leavers (account TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE site (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), address TEXT, revision INTEGER NOT NULL);
            INSERT INTO site (one, address, revision) VALUES (1, NULL, 0);
            """),
    ];
}
