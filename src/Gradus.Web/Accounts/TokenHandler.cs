using System.Security.Claims;
using System.Text.Encodings.Web;
using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gradus.Web.Accounts;

/// <summary>Knows programs by the API token that they send as <c>Authorization: Bearer</c> (RFC 6750). A token opens the API and nothing else: it neither shows pages nor changes the account.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> principals)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Token";

    private const string Lead = "Bearer ";

    /// <summary>Whether a request brings a token to where tokens count.</summary>
    public static bool IsMeant(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && request.Headers.Authorization.ToString().StartsWith(Lead, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string secret = Request.Headers.Authorization.ToString()[Lead.Length..].Trim();
        if (tokens.Use(secret) is not { } id || await accounts.FindByIdAsync(id) is not { } account)
        {
            return AuthenticateResult.Fail("The token is not known.");
        }

        ClaimsPrincipal principal = await principals.CreateAsync(account);
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}
