using System.Text.Encodings.Web;
using Gradus.Hosting.Accounts;
using Gradus.Web.Components.Pages;
using Gradus.Web.Endpoints;
using Gradus.Web.Serving;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Gradus.Web.Accounts;

/// <summary>The page to sign in, by password or by passkey.</summary>
internal static class SignInEndpoints
{
    private const string Path = "/sign-in";

    /// <summary>The address of the page for somebody who wants to come back to another page.</summary>
    public static string AddressFor(string back) => back == "/" ? Path : $"{Path}?return={UrlEncoder.Default.Encode(back)}";

    /// <summary>Adds the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Visitor visitor, [FromQuery(Name = "return")] string? back, string? gone) => visitor.Id is null
            ? Page.Show<SignInPage>(new { Return = ReturnAddress.Checked(back), Gone = gone == "yes" })
            : Page.SeeOther(ReturnAddress.Checked(back))).AllowAnonymous();
        routes.MapPost(Path, async (SignInDesk desk, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            string name = form["name"].ToString().Trim();
            return await desk.TryPasswordAsync(name, form["password"].ToString(), form["keep"] == "yes", context.RequestAborted)
                ? Page.SeeOther(ReturnAddress.Checked(form["return"]))
                : Refuse(form, name, $"This name and password do not open anything. After {SignInGate.MostFailures} wrong passwords a name rests for {SignInGate.Rest.TotalMinutes:0} minutes; the owner of the site can send a link for a new password.");
        }).AsForm().AllowAnonymous().RequireRateLimiting(SiteLimits.SignIn);
        routes.MapPost(Path + "/passkey/options", async (SignInManager<Account> signIn, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
        }).AsForm().AllowAnonymous().RequireRateLimiting(SiteLimits.SignIn);
        routes.MapPost(Path + "/passkey", async (SignInDesk desk, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            return await desk.TryPasskeyAsync(form["credential"].ToString(), form["keep"] == "yes")
                ? Page.SeeOther(ReturnAddress.Checked(form["return"]))
                : Refuse(form, "", "The passkey was not accepted. It may have been removed from the account, or the page was open for too long; try again, or use the password.");
        }).AsForm().AllowAnonymous().RequireRateLimiting(SiteLimits.SignIn);
    }

    private static IResult Refuse(IFormCollection form, string name, string problem) => Page.Show<SignInPage>(
        new { Return = ReturnAddress.Checked(form["return"]), Name = name.Length <= NameRule.Longest ? name : "", Keep = form["keep"] == "yes", Problem = problem }, StatusCodes.Status422UnprocessableEntity);
}
