using System.IO.Compression;
using Gradus.Hosting;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;
using Gradus.Web.Accounts;
using Gradus.Web.Api;
using Gradus.Web.Endpoints;
using Gradus.Web.Serving;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Gradus.Web;

/// <summary>Builds the site.</summary>
public static class WebHost
{
    private const long MostBytes = 1_000_000;

    /// <summary>Makes the site of one person without starting it: on the loopback address alone, without accounts. It reads no configuration of the machine.</summary>
    /// <param name="application">What the pages work with; the caller disposes of it after the site.</param>
    /// <param name="options">Where it listens.</param>
    /// <returns>The site; <c>Urls</c> holds its address once it has started.</returns>
    /// <exception cref="ArgumentException">The options would let others in without an account.</exception>
    public static WebApplication Create(GradusApplication application, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(options);
        options.Check(accounts: false);
        WebApplicationBuilder builder = Builder(options, application.Home);
        builder.Services.AddSingleton(application);
        builder.Services.AddScoped(_ => new Visitor(application));
        builder.Services.AddOpenApi(ApiDescription.Configure);
        options.Limits.Configure(builder.Services, accounts: false);

        WebApplication site = builder.Build();
        UseFront(site, options);
        site.UseRateLimiter();
        site.UseAntiforgery();
        MapRooms(site);
        site.Lifetime.ApplicationStarted.Register(() => application.WarmUp());
        site.Lifetime.ApplicationStarted.Register(() => application.Backups.RunAsync(error => site.Logger.LogWarning("No backup could be made: {Reason}", error.Message), site.Lifetime.ApplicationStopping));
        return site;
    }

    /// <summary>Makes the site of several people without starting it: each signs in and works with their own data. It reads no configuration of the machine.</summary>
    /// <param name="people">The people; the caller disposes of them after the site.</param>
    /// <param name="options">Where it listens, and under which names.</param>
    /// <returns>The site; <c>Urls</c> holds its address once it has started.</returns>
    /// <exception cref="ArgumentException">The options would send passwords without TLS, or name no host.</exception>
    public static WebApplication Create(People people, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(options);
        options.Check(accounts: true);
        WebApplicationBuilder builder = Builder(options, people.Home);
        AccountServices.Add(builder.Services, people, options);
        builder.Services.AddOpenApi(ApiDescription.ConfigureWithAccounts);
        options.Limits.Configure(builder.Services, accounts: true);

        WebApplication site = builder.Build();
        UseFront(site, options);
        site.UseAuthentication();
        site.Use((context, next) => Visitor.EnterAsync(context, next));
        site.UseRateLimiter();
        site.UseAuthorization();
        site.UseAntiforgery();
        MapRooms(site);
        SignInEndpoints.Map(site);
        LinkEndpoints.Map(site);
        AccountEndpoints.Map(site);
        site.Lifetime.ApplicationStarted.Register(() => people.WarmUp());
        void Failed(Exception error) => site.Logger.LogWarning("Not everything could be tidied up or backed up: {Reason}", error.Message);
        site.Lifetime.ApplicationStarted.Register(() =>
        {
            people.Sweep(Failed);
            _ = people.RunAsync(Failed, site.Lifetime.ApplicationStopping);
        });
        return site;
    }

    private static WebApplicationBuilder Builder(SiteOptions options, GradusHome home)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Listen(options.Address, options.Port, listen =>
            {
                if (options.Certificate is { } certificate)
                {
                    listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(new System.Net.Security.SslServerAuthenticationOptions { ServerCertificateContext = certificate.Context }) });
                }
            });
        });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, options, home);
        return builder;
    }

    private static void UseFront(WebApplication site, SiteOptions options)
    {
        site.UseResponseCompression();
        if (options.BehindProxy)
        {
            ProxyGate.Use(site);
        }

        Guard guard = new(options);
        site.Use((context, next) => guard.Invoke(context, next));
        site.Use((context, next) => Faults.Invoke(context, next));
        site.UseRouting();
    }

    private static void MapRooms(WebApplication site)
    {
        site.MapGet("/health", () => Results.Text("ok")).AllowAnonymous();
        SiteAssets.Map(site);
        HomeEndpoints.Map(site);
        LibraryEndpoints.Map(site);
        QuestionEndpoints.Map(site);
        InterviewEndpoints.Map(site);
        ReviewEndpoints.Map(site);
        LabEndpoints.Map(site);
        SettingsEndpoints.Map(site);
        AuthorEndpoints.Map(site);
        GradusApi.Map(site.MapGroup("/api"));
        site.MapOpenApi(ApiDescription.Address);
    }

    private static void AddServices(IServiceCollection services, SiteOptions options, GradusHome home)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        services.AddRouting();
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "gradus-form";
            form.Cookie.SecurePolicy = options.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });

        // Kept with the person's state, so that a form that was open before a restart can still be sent.
        services.AddDataProtection().SetApplicationName("Gradus").PersistKeysToFileSystem(PrivateFolder.Make(Path.Combine(home.Path, "keys")));
        services.AddResponseCompression();
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.ConfigureHttpJsonOptions(json =>
        {
            foreach (System.Text.Json.Serialization.JsonConverter converter in GradusJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }

            json.SerializerOptions.PropertyNamingPolicy = GradusJson.Options.PropertyNamingPolicy;
            json.SerializerOptions.TypeInfoResolver = GradusJson.Options.TypeInfoResolver;
        });
    }
}
