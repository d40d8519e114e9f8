namespace Gradus.Web;

/// <summary>Builds the site.</summary>
public static class WebHost
{
    /// <summary>Makes the web application without starting it.</summary>
    /// <param name="port">The port on the loopback address; 0 takes any free one.</param>
    /// <returns>The application.</returns>
    public static WebApplication Create(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", $"http://127.0.0.1:{port}");
        WebApplication app = builder.Build();
        app.MapGet("/health", () => Results.Text("ok"));
        return app;
    }
}
