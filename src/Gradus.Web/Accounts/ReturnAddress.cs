namespace Gradus.Web.Accounts;

/// <summary>Where a person goes after signing in: a page of this site, and never another site.</summary>
internal static class ReturnAddress
{
    private const int Longest = 2_000;
    private const string Home = "/";

    /// <summary>An address as a request brought it, where it is one of this site; else home.</summary>
    /// <remarks>Browsers take a backslash for a slash and pass over tabs and line breaks, so none of these may stand in it.</remarks>
    public static string Checked(string? address) =>
        address is { Length: > 0 and <= Longest } && address[0] == '/' && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(letter => char.IsControl(letter) || letter == '\\')
            ? address
            : Home;

    /// <summary>The page to come back to from a request that had to be refused: the page itself, or the one that a form stood on.</summary>
    public static string Of(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return Checked(request.PathBase + request.Path + request.QueryString);
        }

        return Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out Uri? page) && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? Checked(page.PathAndQuery)
            : Home;
    }
}
