using System.Net;

namespace Gradus.Web.Tests.Pages;

public sealed class LabPagesTests
{
    [Fact]
    public async Task Lab_NotRun_ShowsClaimAndCodeAsText()
    {
        await using TestSite site = await TestSite.StartAsync();

        string page = await site.PageAsync("/labs/sample-lab?seed=3&seeds=2");

        Assert.Contains("A square is never negative.", page, StringComparison.Ordinal);
        Assert.Contains("// as text: &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"keyword\">for</span>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"seed\" type=\"number\" min=\"0\" step=\"1\" value=\"3\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lab_Running_ShowsItsCurvesWithoutScriptAndReloads()
    {
        await using TestSite site = await TestSite.StartAsync();
        string run = await StartAsync(site, 1);
        site.Lab.Let(2);
        await UntilAsync(site, run, 2);

        string page = await site.PageAsync(run);

        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"line series-1\"", page, StringComparison.Ordinal);
        Assert.Contains("2 values measured", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-lab-result", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lab_Done_ShowsVerdictEffectIntervalAndFigure()
    {
        await using TestSite site = await TestSite.StartAsync();
        string run = await StartAsync(site, 2);
        site.Lab.LetSeeds(2);
        await UntilEndAsync(site, run);

        string page = await site.PageAsync(run);

        Assert.Contains("It holds", page, StringComparison.Ordinal);
        Assert.Contains("95 % interval -0.5 to 0.5, 2 seeds", page, StringComparison.Ordinal);
        Assert.Contains("<desc>A parabola.</desc>", page, StringComparison.Ordinal);
        Assert.Contains("not defined", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains("A sample lab", await site.PageAsync("/history"), StringComparison.Ordinal);
        Assert.Contains("It holds", await site.PageAsync("/labs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lab_Stopped_SaysSo()
    {
        await using TestSite site = await TestSite.StartAsync();
        string run = await StartAsync(site, 1);

        using HttpResponseMessage stopped = await site.SendAsync(run, $"/labs/sample-lab/runs/{Id(run)}/cancel");
        await UntilEndAsync(site, run);

        Assert.Equal(HttpStatusCode.SeeOther, stopped.StatusCode);
        Assert.Contains("The run was stopped", await site.PageAsync(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seeds", "99")]
    [InlineData("seed", "-1")]
    [InlineData("seed", "x")]
    public async Task Run_BadSeeds_AreRefused(string field, string value)
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage response = await site.SendAsync("/labs/sample-lab", "/labs/sample-lab/runs", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<string> StartAsync(TestSite site, int seeds)
    {
        using HttpResponseMessage started = await site.SendAsync("/labs/sample-lab", "/labs/sample-lab/runs", ("seed", "1"), ("seeds", $"{seeds}"));
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        Assert.Contains($"seed=1&seeds={seeds}&run=", started.Headers.Location!.ToString(), StringComparison.Ordinal);
        return started.Headers.Location.ToString();
    }

    private static string Id(string run) => run[(run.LastIndexOf('=') + 1)..];

    private static Task UntilEndAsync(TestSite site, string run) => UntilAsync(site, run, int.MaxValue);

    private static async Task UntilAsync(TestSite site, string run, int values)
    {
        int told = 0;
        await foreach (Hosting.Services.LabEvent happened in site.Application.Labs.Subscribe(Id(run)))
        {
            told += happened is Hosting.Services.LabProgressed ? 1 : 0;
            if (told == values)
            {
                return;
            }
        }
    }
}
