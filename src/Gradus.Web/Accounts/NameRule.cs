using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>What a name may look like, beside what Identity checks: its letters, and that nobody has it.</summary>
internal sealed class NameRule : IUserValidator<Account>
{
    /// <summary>The characters of names.</summary>
    public const string Characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";

    /// <summary>The longest name.</summary>
    public const int Longest = 40;

    private const int Shortest = 2;

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) => Task.FromResult(
        user.Name.Length is >= Shortest and <= Longest && char.IsAsciiLetterOrDigit(user.Name[0])
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "NameLength", Description = $"A name has {Shortest} to {Longest} characters and begins with a letter or a digit; {user.Name.Length} came." }));
}
