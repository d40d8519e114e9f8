using System.Buffers.Text;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Services;
using Gradus.Web.Endpoints;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>A person's own account: password, passkeys, API tokens, where they are signed in, their data, its end.</summary>
internal static class AccountEndpoints
{
    private const string Path = "/account";
    private const int MostPasskeys = 20;
    private const int LongestName = 60;

    /// <summary>Adds the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (AccountDesk desk, string? done) => desk.ShowAsync(done: done));
        routes.MapPost(Path + "/password", ChangePasswordAsync).AsForm();
        MapPasskeys(routes);
        MapTokens(routes);
        routes.MapPost(Path + "/sign-out", async (SignInManager<Account> signIn) =>
        {
            await signIn.SignOutAsync();
            return Page.SeeOther(SignInEndpoints.AddressFor("/"));
        }).AsForm();
        routes.MapPost(Path + "/sign-out-everywhere", async (AccountDesk desk, AccountManager accounts, SignInManager<Account> signIn) =>
        {
            await accounts.UpdateSecurityStampAsync(await desk.AccountAsync());
            await signIn.SignOutAsync();
            return Page.SeeOther(SignInEndpoints.AddressFor("/"));
        }).AsForm();
        routes.MapGet(Path + "/data", (GradusApplication application, Visitor visitor, HttpContext context) =>
        {
            MemoryStream content = new();
            application.OwnData.Export(content);
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(content.ToArray(), "application/x-ndjson", $"gradus-{visitor.Name}.jsonl");
        });
        routes.MapPost(Path + "/delete", DeleteAsync).AsForm();
    }

    private static void MapPasskeys(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path + "/passkeys/options", async (AccountDesk desk, SignInManager<Account> signIn, HttpContext context) =>
        {
            Account account = await desk.AccountAsync();
            context.Response.Headers.CacheControl = "no-store";
            return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.Name, DisplayName = account.Name }), "application/json");
        }).AsForm();
        routes.MapPost(Path + "/passkeys", async (AccountDesk desk, SignInDesk signIns, AccountManager accounts, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            Account account = await desk.AccountAsync();
            string? problem = (await accounts.GetPasskeysAsync(account)).Count >= MostPasskeys
                ? $"There are {MostPasskeys} passkeys already; remove one that is not needed any more."
                : await signIns.AddPasskeyAsync(account, form["credential"].ToString(), Called(form["name"].ToString()));
            return problem is null ? Page.SeeOther($"{Path}?done=passkey#passkeys") : await desk.ShowAsync(problem: ("passkeys", problem));
        }).AsForm();
        routes.MapPost(Path + "/passkeys/{id}/name", async (AccountDesk desk, AccountManager accounts, HttpContext context, string id) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            (Account account, UserPasskeyInfo passkey) = await PasskeyAsync(desk, accounts, id);
            passkey.Name = Called(form["name"].ToString());
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            return Page.SeeOther($"{Path}?done=named#passkeys");
        }).AsForm();
        routes.MapPost(Path + "/passkeys/{id}/remove", async (AccountDesk desk, AccountManager accounts, string id) =>
        {
            (Account account, UserPasskeyInfo passkey) = await PasskeyAsync(desk, accounts, id);
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
            return Page.SeeOther($"{Path}?done=no-passkey#passkeys");
        }).AsForm();
    }

    private static void MapTokens(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path + "/tokens", async (AccountDesk desk, ApiTokens tokens, Visitor visitor, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            try
            {
                return await desk.ShowAsync(token: tokens.Create(visitor.Id!, form["name"].ToString()));
            }
            catch (ArgumentException error)
            {
                return await desk.ShowAsync(problem: ("tokens", error.Message.Split(" (Parameter")[0]));
            }
        }).AsForm();
        routes.MapPost(Path + "/tokens/{id}/revoke", (ApiTokens tokens, Visitor visitor, string id) =>
            tokens.Revoke(visitor.Id!, id) ? Page.SeeOther($"{Path}?done=no-token#tokens") : throw new UnknownIdException("token", id, [])).AsForm();
    }

    private static async Task<IResult> ChangePasswordAsync(AccountDesk desk, AccountManager accounts, SignInManager<Account> signIn, SignInGate gate, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        Account account = await desk.AccountAsync();
        using (await gate.EnterAsync(account.NormalizedName, context.RequestAborted))
        {
            // As strict as signing in: a browser that was left open must not serve to find out the password.
            account = await desk.AccountAsync();
            string present = form["present"].ToString();
            if (present.Length > PasswordRule.Longest || !(await signIn.CheckPasswordSignInAsync(account, present, lockoutOnFailure: true)).Succeeded)
            {
                return await desk.ShowAsync(problem: ("password", $"The present password is not right. After {SignInGate.MostFailures} wrong ones none is taken for {SignInGate.Rest.TotalMinutes:0} minutes."));
            }

            IdentityResult changed = await accounts.ChangePasswordAsync(account, present, form["password"].ToString());
            if (!changed.Succeeded)
            {
                return await desk.ShowAsync(problem: ("password", SignInDesk.Words(changed)));
            }
        }

        // The other browsers are out; this one stays.
        await signIn.RefreshSignInAsync(account);
        return Page.SeeOther($"{Path}?done=password#password");
    }

    private static async Task<IResult> DeleteAsync(AccountDesk desk, People people, SignInManager<Account> signIn, Visitor visitor, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!string.Equals(form["name"].ToString().Trim(), visitor.Name, StringComparison.OrdinalIgnoreCase))
        {
            return await desk.ShowAsync(problem: ("delete", $"Nothing was deleted: type the name {visitor.Name} to confirm."));
        }

        people.Remove(visitor.Id!);
        await signIn.SignOutAsync();
        return Page.SeeOther("/sign-in?gone=yes");
    }

    private static async Task<(Account Account, UserPasskeyInfo Passkey)> PasskeyAsync(AccountDesk desk, AccountManager accounts, string id)
    {
        Account account = await desk.AccountAsync();
        return Base64Url.IsValid(id) && id.Length <= 2_000 && await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) is { } passkey
            ? (account, passkey)
            : throw new UnknownIdException("passkey", id.Length <= 100 ? id : id[..100], []);
    }

    private static string Called(string name)
    {
        string called = new([.. name.Trim().Where(letter => !char.IsControl(letter))]);
        return called.Length is 0 ? "Passkey" : called.Length <= LongestName ? called : called[..LongestName];
    }
}
