using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>What a password must not be, beside what Identity checks: its length, and how many different characters it has.</summary>
internal sealed class PasswordRule : IPasswordValidator<Account>
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters; more would only make the hashing dear.</summary>
    public const int Longest = 200;

    /// <summary>The fewest different characters.</summary>
    public const int Different = 5;

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        string text = password ?? "";
        string? wrong = text.Length > Longest ? $"A password has at most {Longest} characters; {text.Length} came."
            : text.Contains(user.Name, StringComparison.OrdinalIgnoreCase) && text.Length - user.Name.Length < Shortest ? $"The password holds the name, and little more; without the name it must have {Shortest} characters."
            : null;
        return Task.FromResult(wrong is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "PasswordShape", Description = wrong }));
    }
}
