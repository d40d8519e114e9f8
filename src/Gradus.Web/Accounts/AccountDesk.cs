using Gradus.Hosting.Accounts;
using Gradus.Hosting.Services;
using Gradus.Web.Components.Pages;
using Gradus.Web.Endpoints;

namespace Gradus.Web.Accounts;

/// <summary>The page of the account of whoever has signed in.</summary>
internal sealed class AccountDesk(AccountManager accounts, ApiTokens tokens, Visitor visitor)
{
    /// <summary>The account.</summary>
    /// <exception cref="UnknownIdException">It was taken away a moment ago.</exception>
    public async Task<Account> AccountAsync() => await accounts.FindByIdAsync(visitor.Id!) ?? throw new UnknownIdException("account", visitor.Name ?? "", []);

    /// <summary>Shows the page.</summary>
    /// <param name="done">What has been done, as a word of the address; or null.</param>
    /// <param name="problem">The section in which something was wrong, and what; or null.</param>
    /// <param name="token">A new API token, which is shown only now; or null.</param>
    public async Task<IResult> ShowAsync(string? done = null, (string Section, string Text)? problem = null, string? token = null)
    {
        Account account = await AccountAsync();
        return Page.Show<AccountPage>(
            new { Account = account, Passkeys = await accounts.GetPasskeysAsync(account), Tokens = tokens.Of(account.Id), Done = done, ProblemAt = problem?.Section, Problem = problem?.Text, Token = token },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
