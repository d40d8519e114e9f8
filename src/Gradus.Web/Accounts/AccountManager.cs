using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gradus.Web.Accounts;

/// <summary>Identity's manager of accounts, with what Gradus's links do: make an account, set a new password. Each uses its link up in the same transaction.</summary>
internal sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> logger,
    AccountDatabase database)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    // What a wrong name is compared with, so that it takes as long as a wrong password.
    private static readonly Lazy<string> Nobody = new(() => new PasswordHasher<Account>().HashPassword(null!, "nobody's password"));

    /// <summary>Makes an account by an invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    /// <returns>The account, and what was wrong where it was not made.</returns>
    public async Task<(Account Account, IdentityResult Result)> JoinAsync(LinkToken invitation, string name, string password)
    {
        Account account = new() { Id = database.NewId(), Name = name.Trim(), CreatedAt = database.Now, Uses = invitation };
        return (account, await CreateAsync(account, password));
    }

    /// <summary>Sets a new password by a link: signs the person out everywhere and takes their API tokens away.</summary>
    /// <param name="reset">The link.</param>
    /// <param name="account">The account that it names.</param>
    /// <param name="password">The password.</param>
    /// <returns>What was wrong, if anything.</returns>
    public async Task<IdentityResult> ResetAsync(LinkToken reset, Account account, string password)
    {
        account.Uses = reset;
        account.Failures = 0;
        account.LockedUntil = null;
        IdentityResult hashed = await UpdatePasswordHash(account, password, validatePassword: true);
        return hashed.Succeeded ? await UpdateUserAsync(account) : hashed;
    }

    /// <summary>Takes as long as checking a password does.</summary>
    /// <param name="password">The password that came.</param>
    public void CheckNobody(string password) => PasswordHasher.VerifyHashedPassword(null!, Nobody.Value, password);
}
