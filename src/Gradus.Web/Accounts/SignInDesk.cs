using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>Lets people in: by password or by passkey.</summary>
internal sealed class SignInDesk(AccountManager accounts, SignInManager<Account> signIn, SignInGate gate, AccountDatabase database)
{
    private const int LongestCredential = 20_000;

    /// <summary>Signs in by name and password.</summary>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    /// <param name="keep">Whether the browser stays signed in when it is closed.</param>
    /// <param name="cancellationToken">Gives up waiting for one's turn.</param>
    /// <returns>Whether the person is in. Why not is never told: not whether there is such a name, nor whether it rests.</returns>
    public async Task<bool> TryPasswordAsync(string name, string password, bool keep, CancellationToken cancellationToken)
    {
        if (name.Length > NameRule.Longest || password.Length > PasswordRule.Longest)
        {
            return false;
        }

        using IDisposable turn = await gate.EnterAsync(accounts.NormalizeName(name) ?? "", cancellationToken);
        if (await accounts.FindByNameAsync(name) is not { } account)
        {
            accounts.CheckNobody(password);
            return false;
        }

        if (!(await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded)
        {
            return false;
        }

        await EnterAsync(account, keep);
        return true;
    }

    /// <summary>Signs in by a passkey.</summary>
    /// <param name="credential">What the browser's <c>navigator.credentials.get()</c> gave, as JSON.</param>
    /// <param name="keep">Whether the browser stays signed in when it is closed.</param>
    /// <returns>Whether the person is in.</returns>
    public async Task<bool> TryPasskeyAsync(string credential, bool keep)
    {
        if (credential.Length is 0 or > LongestCredential)
        {
            return false;
        }

        PasskeyAssertionResult<Account> asserted;
        try
        {
            asserted = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge is open: its cookie has ended, or was never set.
            return false;
        }

        if (!asserted.Succeeded)
        {
            return false;
        }

        // The count of its uses, by which a copy would be found out.
        await accounts.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey);
        await EnterAsync(asserted.User, keep);
        return true;
    }

    /// <summary>Adds a passkey to an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="credential">What the browser's <c>navigator.credentials.create()</c> gave, as JSON.</param>
    /// <param name="name">What the person calls it.</param>
    /// <returns>What was wrong, or null.</returns>
    public async Task<string?> AddPasskeyAsync(Account account, string credential, string name)
    {
        if (credential.Length is 0 or > LongestCredential)
        {
            return "The browser sent no passkey; try again.";
        }

        PasskeyAttestationResult attested;
        try
        {
            attested = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return "The page was open for too long; try again.";
        }

        if (!attested.Succeeded || attested.UserEntity.Id != account.Id)
        {
            return "The passkey was not accepted; try again, or use another device.";
        }

        attested.Passkey.Name = name;
        IdentityResult stored = await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey);
        return stored.Succeeded ? null : Words(stored);
    }

    /// <summary>Signs a person in whose right to it has been checked.</summary>
    /// <param name="account">The account.</param>
    /// <param name="keep">Whether the browser stays signed in when it is closed.</param>
    public async Task EnterAsync(Account account, bool keep)
    {
        account.SignedInAt = database.Now;
        await accounts.UpdateAsync(account);
        await signIn.SignInAsync(account, keep);
    }

    /// <summary>What Identity found wrong, in one text.</summary>
    public static string Words(IdentityResult result) => string.Join(' ', result.Errors.Select(error => error.Description));
}
