using System.Net;
using System.Text;

namespace Gradus.Web.Tests.Serving;

public sealed class HostileInputTests(ITestOutputHelper output)
{
    [Fact]
    public Task Site_ThirtyHostileInputs_RefusesOrShowsThemEncoded() => AttackAsync(30);

    [Fact]
    [Trait("Category", "Long")]
    public Task Site_TwoThousandHostileInputs_RefusesOrShowsThemEncoded() => AttackAsync(2000);

    private async Task AttackAsync(int count)
    {
        await using TestSite site = await TestSite.StartAsync();
        await site.AnswerAsync("sample-scaling", "first");
        int refused = 0;
        int taken = 0;
        for (ulong seed = 1; seed <= (ulong)count; seed++)
        {
            (HttpMethod method, string path, string? field, byte[]? body, string? type) = HostileInput.Make(seed);
            using HttpRequestMessage request = new(method, path);
            if (body is not null)
            {
                byte[] form = type == "application/json" ? body : [.. Encoding.ASCII.GetBytes(await FieldsAsync(site, path, field!)), .. body];
                request.Content = new ByteArrayContent(form);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

                // A body that is too large is refused before it is read; who sends it nevertheless may lose the answer with the connection.
                request.Headers.ExpectContinue = true;
            }

            using HttpResponseMessage response = await site.Client.SendAsync(request);
            string answer = await response.Content.ReadAsStringAsync();
            string what = $"seed {seed}: {method} {path[..Math.Min(120, path.Length)]} {field} answered {(int)response.StatusCode}";

            Assert.True((int)response.StatusCode < 500, $"{what}: {answer}");
            Assert.False(response.Headers.Contains("Set-Cookie") && response.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("evil", StringComparison.Ordinal)), what);
            if (response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Assert.DoesNotContain(HostileInput.Mark, answer, StringComparison.OrdinalIgnoreCase);
            }

            if ((int)response.StatusCode >= 400)
            {
                refused++;

                // The web server itself refuses a path with a NUL, before anything of ours is asked.
                Assert.True(answer.Length > 20 || path.Contains("%00", StringComparison.Ordinal), $"{what} without a reason");
            }
            else if (response.StatusCode == HttpStatusCode.SeeOther)
            {
                taken++;
                Assert.StartsWith("/", response.Headers.Location!.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain(HostileInput.Mark, await site.PageAsync(response.Headers.Location.ToString()), StringComparison.OrdinalIgnoreCase);
            }
            else
            {
                taken++;
            }
        }

        foreach (string page in (string[])["/", "/history", "/library", "/map", "/author", "/settings", "/questions/sample-scaling", "/review", "/interview"])
        {
            Assert.DoesNotContain(HostileInput.Mark, await site.PageAsync(page), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(site.Application.Verify());
        Assert.Equal(["home"], Directory.GetFileSystemEntries(Path.GetDirectoryName(site.Application.Home.Path)!).Select(entry => Path.GetFileName(entry)));
        Assert.All(Directory.GetFiles(site.Application.Home.Path, "*", SearchOption.AllDirectories), file => Assert.Matches("/(keys/|gradus\\.db|model\\.json$|bank/[a-z-]+/[a-z0-9-]+\\.md$)", file.Replace('\\', '/')));
        output.WriteLine($"{count} hostile inputs: {refused} refused with a reason, {taken} taken and shown encoded");
    }

    private static async Task<string> FieldsAsync(TestSite site, string path, string field)
    {
        string doing = path.StartsWith("/author/", StringComparison.Ordinal) ? (field == "answer" ? "do=try&text=x&" : "do=save&") : path == "/settings/days" ? "rollover=4&" : path == "/settings/model" ? "address=http%3A%2F%2Flocalhost%2Fv1&model=m&" : "";
        string[] parts = [.. doing.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith(field + "=", StringComparison.Ordinal)), "__RequestVerificationToken=" + Uri.EscapeDataString(await site.TokenAsync("/settings"))];
        return string.Join('&', parts) + $"&{field}=";
    }
}
