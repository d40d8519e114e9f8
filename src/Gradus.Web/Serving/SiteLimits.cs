using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Gradus.Web.Serving;

/// <summary>How many requests the site takes: enough for 200 people at once, too few for a program that has run wild.</summary>
/// <remarks>
/// Requests are counted by person where people sign in, else, and before they have, by address. 200 people who type send a draft each 0.7 s and ask for a page now and then: some 400 requests a second.
/// </remarks>
public sealed record SiteLimits
{
    /// <summary>The name of the limit on attempts to sign in.</summary>
    internal const string SignIn = "sign-in";

    /// <summary>Requests a second from one address or person, on the average. Default 1,000.</summary>
    public int RequestsPerSecond { get; init; } = 1_000;

    /// <summary>Requests that may come at once. Default 4,000.</summary>
    public int Burst { get; init; } = 4_000;

    /// <summary>Requests that change or grade something and may be worked on at the same time. Default 64.</summary>
    public int Working { get; init; } = 64;

    /// <summary>Further ones that may wait for their turn. Default 2,000.</summary>
    public int Waiting { get; init; } = 2_000;

    /// <summary>Of those, how many of one person are worked on at the same time where several share the site. Default 8.</summary>
    public int WorkingEach { get; init; } = 8;

    /// <summary>Attempts to sign in, or to use a link, from one address in a minute, beyond what a name itself bears. Default 60: a class may sit behind one address.</summary>
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>Sets up the framework's limiter.</summary>
    internal void Configure(IServiceCollection services, bool accounts) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            double seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, context => RateLimitPartition.GetTokenBucketLimiter(Address(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = SignInsPerMinute,
            TokensPerPeriod = Math.Max(1, SignInsPerMinute / 6),
            ReplenishmentPeriod = TimeSpan.FromSeconds(10),
            AutoReplenishment = true,
        }));
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Sender(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = Math.Max(1, RequestsPerSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                AutoReplenishment = true,
            })),
            PartitionedRateLimiter.Create<HttpContext, string>(context => !accounts || IsReading(context)
                ? RateLimitPartition.GetNoLimiter("reading")
                : RateLimitPartition.GetConcurrencyLimiter(Sender(context), _ => new ConcurrencyLimiterOptions { PermitLimit = WorkingEach, QueueLimit = Waiting })),
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsReading(context)
                ? RateLimitPartition.GetNoLimiter("reading")
                : RateLimitPartition.GetConcurrencyLimiter("working", _ => new ConcurrencyLimiterOptions { PermitLimit = Working, QueueLimit = Waiting })));
    });

    private static bool IsReading(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static string Sender(HttpContext context) => context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? Address(context);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
