using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Gradus.Web.Serving;

/// <summary>The style sheet, the modules and the icon, carried inside the assembly.</summary>
internal static class SiteAssets
{
    private static readonly FrozenDictionary<string, Asset> All = Read();

    /// <summary>The address of an asset; it changes when the asset does, so that it can be kept for ever.</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].Version}";

    /// <summary>Answers requests for assets.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name, HttpContext context) => Send(name, context)).AllowAnonymous();

    private static IResult Send(string name, HttpContext context)
    {
        if (!All.TryGetValue(name, out Asset? asset))
        {
            return Results.NotFound();
        }

        bool current = context.Request.Query["v"] == asset.Version;
        context.Response.Headers.CacheControl = current ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        Assembly assembly = typeof(SiteAssets).Assembly;
        const string folder = "Assets/";
        Dictionary<string, Asset> assets = new(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The resource {resource} cannot be read.");
            using MemoryStream content = new();
            stream.CopyTo(content);
            byte[] bytes = content.ToArray();
            assets[resource[folder.Length..]] = new Asset(bytes, Type(resource), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }

        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Type(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        string other => throw new InvalidOperationException($"Assets holds {name}; say which media type {other} has."),
    };

    private sealed record Asset(byte[] Content, string Type, string Version);
}
