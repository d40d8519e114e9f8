using System.Globalization;
using System.Threading.RateLimiting;

namespace Gradus.Web.Serving;

/// <summary>How many requests the site takes: enough for 200 people at once, too few for a program that has run wild.</summary>
/// <remarks>200 people who type send a draft each 0.7 s and ask for a page now and then: some 400 requests a second.</remarks>
public sealed record SiteLimits
{
    /// <summary>Requests a second from one address, on the average. Default 1,000.</summary>
    public int RequestsPerSecond { get; init; } = 1_000;

    /// <summary>Requests that may come at once. Default 4,000.</summary>
    public int Burst { get; init; } = 4_000;

    /// <summary>Requests that change or grade something and may be worked on at the same time. Default 64.</summary>
    public int Working { get; init; } = 64;

    /// <summary>Further ones that may wait for their turn. Default 2,000.</summary>
    public int Waiting { get; init; } = 2_000;

    /// <summary>Sets up the framework's limiter.</summary>
    internal void Configure(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            double seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = Math.Max(1, RequestsPerSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                AutoReplenishment = true,
            })),
            PartitionedRateLimiter.Create<HttpContext, string>(context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter("reading")
                : RateLimitPartition.GetConcurrencyLimiter("working", _ => new ConcurrencyLimiterOptions { PermitLimit = Working, QueueLimit = Waiting })));
    });
}
