using Gradus.Hosting.Accounts;
using Gradus.Web.Components.Pages;
using Gradus.Web.Endpoints;
using Gradus.Web.Serving;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>What the owner's links open: an invitation makes an account, a reset sets a new password. Each works once.</summary>
internal static class LinkEndpoints
{
    /// <summary>Adds the pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        const string invite = AccountLinks.InvitePath + "{secret}";
        const string reset = AccountLinks.ResetPath + "{secret}";
        routes.MapGet(invite, (AccountLinks links, string secret) => Invitation(links, secret) is null ? Gone() : Page.Show<LinkPage>(new { Action = AccountLinks.InvitePath + secret }))
            .AllowAnonymous().RequireRateLimiting(SiteLimits.SignIn);
        routes.MapPost(invite, JoinAsync).AsForm().AllowAnonymous().RequireRateLimiting(SiteLimits.SignIn);
        routes.MapGet(reset, async (AccountLinks links, AccountManager accounts, string secret) => await ResetOfAsync(links, accounts, secret) is var (_, account)
            ? Page.Show<LinkPage>(new { Action = AccountLinks.ResetPath + secret, account.Name, IsReset = true })
            : Gone()).AllowAnonymous().RequireRateLimiting(SiteLimits.SignIn);
        routes.MapPost(reset, ResetAsync).AsForm().AllowAnonymous().RequireRateLimiting(SiteLimits.SignIn);
    }

    private static async Task<IResult> JoinAsync(AccountLinks links, AccountManager accounts, SignInDesk desk, HttpContext context, string secret)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Invitation(links, secret) is not { } invitation)
        {
            return Gone();
        }

        string name = form["name"].ToString().Trim();
        (Account account, IdentityResult joined) = await accounts.JoinAsync(invitation, name, form["password"].ToString());
        if (IsUsedUp(joined))
        {
            return Gone();
        }

        if (!joined.Succeeded)
        {
            return Page.Show<LinkPage>(
                new { Action = AccountLinks.InvitePath + secret, Name = name.Length <= NameRule.Longest ? name : "", Problem = SignInDesk.Words(joined) }, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.EnterAsync(account, keep: false);
        return Page.SeeOther("/");
    }

    private static async Task<IResult> ResetAsync(AccountLinks links, AccountManager accounts, SignInDesk desk, HttpContext context, string secret)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (await ResetOfAsync(links, accounts, secret) is not var (link, account))
        {
            return Gone();
        }

        IdentityResult set = await accounts.ResetAsync(link, account, form["password"].ToString());
        if (IsUsedUp(set))
        {
            return Gone();
        }

        if (!set.Succeeded)
        {
            return Page.Show<LinkPage>(new { Action = AccountLinks.ResetPath + secret, account.Name, IsReset = true, Problem = SignInDesk.Words(set) }, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.EnterAsync(account, keep: false);
        return Page.SeeOther("/");
    }

    private static LinkToken? Invitation(AccountLinks links, string secret) => links.Find(secret) is { AccountId: null } link ? link : null;

    private static async Task<(LinkToken Link, Account Account)?> ResetOfAsync(AccountLinks links, AccountManager accounts, string secret) =>
        links.Find(secret) is { AccountId: { } id } link && await accounts.FindByIdAsync(id) is { } account ? (link, account) : null;

    private static bool IsUsedUp(IdentityResult result) => result.Errors.Any(error => error.Code == AccountStore.LinkUsedUp);

    private static IResult Gone() => Page.Show<FaultPage>(
        new { Fault = new Fault(StatusCodes.Status404NotFound, "This link opens nothing", "It has been used already, has ended, or is not whole. A link works once; ask the owner of the site for a new one.") }, StatusCodes.Status404NotFound);
}
