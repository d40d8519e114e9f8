using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>What Identity finds wrong, in Gradus's words.</summary>
internal sealed class AccountErrors : IdentityErrorDescriber
{
    /// <inheritdoc/>
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"The name '{userName}' is taken; choose another one.");

    /// <inheritdoc/>
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "A name is made of the letters a to z, digits, hyphens, points and underscores.");

    /// <inheritdoc/>
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"A password has at least {length} characters; a few words in a row are easier to keep in mind than signs.");

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), $"A password has at least {uniqueChars} different characters.");

    /// <inheritdoc/>
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "The present password is not right.");

    /// <inheritdoc/>
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "The account was changed or taken away at the same moment; nothing was stored. Try again.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
