using System.IO.Compression;
using System.Net;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Web.Api;
using Gradus.Web.Endpoints;
using Gradus.Web.Serving;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Gradus.Web;

/// <summary>Builds the site.</summary>
public static class WebHost
{
    private const long MostBytes = 1_000_000;

    /// <summary>Makes the site without starting it. It listens on the loopback address alone and reads no configuration of the machine.</summary>
    /// <param name="application">What the pages work with; the caller disposes of it after the site.</param>
    /// <param name="port">The port on 127.0.0.1; 0 takes any free one.</param>
    /// <param name="clock">The clock that "in 3 days" is measured by. Default the system's.</param>
    /// <param name="limits">How many requests are taken at once and in a second. Default enough for 200 people.</param>
    /// <returns>The site; <c>Urls</c> holds its address once it has started.</returns>
    public static WebApplication Create(GradusApplication application, int port, TimeProvider? clock = null, SiteLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(application);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, application, clock ?? TimeProvider.System, limits ?? new SiteLimits());

        WebApplication site = builder.Build();
        site.UseResponseCompression();
        site.Use((context, next) => Guard.Invoke(context, next));
        site.Use((context, next) => Faults.Invoke(context, next));
        site.UseRouting();
        site.UseRateLimiter();
        site.UseAntiforgery();
        site.MapGet("/health", () => Results.Text("ok"));
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
        site.Lifetime.ApplicationStarted.Register(() => application.WarmUp());
        site.Lifetime.ApplicationStarted.Register(() => application.Backups.RunAsync(error => site.Logger.LogWarning("No backup could be made: {Reason}", error.Message), site.Lifetime.ApplicationStopping));
        return site;
    }

    private static void AddServices(IServiceCollection services, GradusApplication application, TimeProvider clock, SiteLimits limits)
    {
        services.AddSingleton(application);
        services.AddSingleton(clock);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(3));
        services.AddRouting();
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "gradus-form");

        // Kept with the person's state, so that a form that was open before a restart can still be sent.
        services.AddDataProtection().SetApplicationName("Gradus").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(application.Home.Path, "keys")));
        services.AddOpenApi(ApiDescription.Configure);
        limits.Configure(services);
        services.AddResponseCompression();
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.ConfigureHttpJsonOptions(options =>
        {
            foreach (System.Text.Json.Serialization.JsonConverter converter in GradusJson.Options.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }

            options.SerializerOptions.PropertyNamingPolicy = GradusJson.Options.PropertyNamingPolicy;
            options.SerializerOptions.TypeInfoResolver = GradusJson.Options.TypeInfoResolver;
        });
    }
}
