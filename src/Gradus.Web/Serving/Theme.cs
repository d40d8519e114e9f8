namespace Gradus.Web.Serving;

/// <summary>Light, dark or as the system has it: kept by the browser that it was chosen in, because it belongs to the screen and not to the person.</summary>
internal static class Theme
{
    /// <summary>The name of the cookie.</summary>
    public const string Cookie = "gradus-theme";

    /// <summary>As the system has it.</summary>
    public const string System = "system";

    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<string> All { get; } = [System, "light", "dark"];

    /// <summary>What was chosen, or null for the system's, which needs no word.</summary>
    public static string? Of(HttpContext? context) => context?.Request.Cookies[Cookie] is "light" or "dark" ? context.Request.Cookies[Cookie] : null;

    /// <summary>Keeps a choice for a year.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static void Choose(HttpContext context, string theme)
    {
        if (!All.Contains(theme))
        {
            throw new ArgumentException($"The theme is '{(theme.Length <= 40 ? theme : theme[..40])}'; it is one of {string.Join(", ", All)}.", nameof(theme));
        }

        if (theme == System)
        {
            context.Response.Cookies.Delete(Cookie);
            return;
        }

        context.Response.Cookies.Append(Cookie, theme, new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });
    }
}
