using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>The cookies of a site with accounts: who is signed in, and the challenge of a passkey.</summary>
internal static class AccountCookies
{
    private const string Plain = "gradus-account";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Adds both.</summary>
    public static void Add(AuthenticationBuilder authentication, SiteOptions options)
    {
        authentication.AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            Shape(cookie, NameOf(options), options);
            cookie.ExpireTimeSpan = Kept;
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            cookie.Events.OnRedirectToLogin = ChallengeAsync;
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        authentication.AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            Shape(cookie, NameOf(options) + "-challenge", options);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
    }

    /// <summary>The name of the cookie that says who is signed in. Browsers take the prefix over TLS alone, for this host alone.</summary>
    public static string NameOf(SiteOptions options) => options.IsSecure ? "__Host-" + Plain : Plain;

    private static void Shape(CookieAuthenticationOptions cookie, string name, SiteOptions options)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = options.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Path = "/";
        cookie.Cookie.IsEssential = true;
    }

    // At every request and not once in half an hour, as Identity would: who is signed out everywhere, or has no account any more, is out at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        SignInManager<Account> signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = SignInEndpoints.AddressFor(ReturnAddress.Of(context.Request));
        return Task.CompletedTask;
    }
}
