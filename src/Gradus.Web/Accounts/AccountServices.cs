using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Web.Accounts;

/// <summary>What a site with accounts has more than one without: Identity over Gradus's own store, cookies and tokens, and an application a person.</summary>
internal static class AccountServices
{
    private const string EitherScheme = "Gradus";

    /// <summary>Adds the services.</summary>
    public static void Add(IServiceCollection services, People people, SiteOptions options)
    {
        services.AddSingleton(people);
        services.AddSingleton(people.Database);
        services.AddSingleton(new AccountLinks(people.Database));
        services.AddSingleton(new ApiTokens(people.Database));
        services.AddSingleton<SignInGate>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<Visitor>(provider => new Visitor(provider));

        // Lent: the end of the request gives it back, and closes nothing.
        services.AddScoped(provider => people.Borrow(provider.GetRequiredService<Visitor>().Id ?? throw new InvalidOperationException("Nobody is signed in; this address must not be open to everybody.")));
        AddIdentity(services);
        AccountCookies.Add(
            services.AddAuthentication(EitherScheme)
                .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = context => TokenHandler.IsMeant(context.Request) ? TokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
                .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null),
            options);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Lockout.MaxFailedAccessAttempts = SignInGate.MostFailures;
            identity.Lockout.DefaultLockoutTimeSpan = SignInGate.Rest;
            identity.User.AllowedUserNameCharacters = NameRule.Characters;
            identity.Password.RequiredLength = PasswordRule.Shortest;
            identity.Password.RequiredUniqueChars = PasswordRule.Different;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
        }).AddUserValidator<NameRule>().AddPasswordValidator<PasswordRule>().AddUserManager<AccountManager>().AddSignInManager().AddErrorDescriber<AccountErrors>();
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            // A passkey stands for a name and a password together: the device must know its owner, and the key must name its account.
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "required";
        });
    }
}
