using System.Security.Claims;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;

namespace Gradus.Web.Accounts;

/// <summary>Who a page is made for: the one person of a site without accounts, someone who has signed in, or someone who has not.</summary>
internal sealed class Visitor
{
    private readonly Lazy<GradusApplication?> _application;

    /// <summary>The one person of a site without accounts.</summary>
    public Visitor(GradusApplication application) => _application = new Lazy<GradusApplication?>(application);

    /// <summary>A person of a site with accounts.</summary>
    public Visitor(IServiceProvider services)
    {
        HasAccounts = true;
        _application = new Lazy<GradusApplication?>(() => Try(services));
    }

    /// <summary>Whether people sign in here.</summary>
    public bool HasAccounts { get; }

    /// <summary>The account's id, or null where nobody is signed in or nobody needs to be.</summary>
    public string? Id { get; private set; }

    /// <summary>The account's name, or null.</summary>
    public string? Name { get; private set; }

    /// <summary>What the person works with; null for one who has not signed in, and where their data cannot be opened.</summary>
    public GradusApplication? Application => _application.Value;

    /// <summary>Notes who has signed in.</summary>
    public static Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        Visitor visitor = context.RequestServices.GetRequiredService<Visitor>();
        if (context.User.Identity?.IsAuthenticated == true)
        {
            visitor.Id = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
            visitor.Name = context.User.Identity.Name;
        }

        return next(context);
    }

    // The frame of a page that tells of a fault must not fail by the same fault.
    private GradusApplication? Try(IServiceProvider services)
    {
        if (Id is null)
        {
            return null;
        }

        try
        {
            return services.GetRequiredService<GradusApplication>();
        }
        catch (StoreException)
        {
            return null;
        }
    }
}
