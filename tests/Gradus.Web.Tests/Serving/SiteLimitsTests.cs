using System.Net;
using System.Net.Http.Json;
using Gradus.Web.Serving;

namespace Gradus.Web.Tests.Serving;

public sealed class SiteLimitsTests
{
    [Fact]
    public async Task Configure_MoreThanTheBurst_IsToldToWait()
    {
        await using TestSite site = await TestSite.StartAsync(new SiteLimits { RequestsPerSecond = 1, Burst = 5 });

        List<HttpResponseMessage> responses = [];
        for (int i = 0; i < 60 && responses.All(response => response.StatusCode == HttpStatusCode.OK); i++)
        {
            responses.Add(await site.Client.GetAsync("/library"));
        }

        HttpResponseMessage refused = responses[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("Wait a second", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(responses.Count > 5);
        responses.ForEach(response => response.Dispose());
    }

    [Fact]
    public async Task Configure_RefusedCallOfTheApi_IsAProblem()
    {
        await using TestSite site = await TestSite.StartAsync(new SiteLimits { Working = 1, Waiting = 0, Burst = 1, RequestsPerSecond = 1 });

        // Many at once: however slow the machine is, there is not a second between any two.
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.Client.PostAsJsonAsync("/api/grade", new { question = "sample-scaling", answer = "first" })));

        HttpResponseMessage refused = Assert.IsType<HttpResponseMessage>(answers.FirstOrDefault(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Array.ForEach(answers, answer => answer.Dispose());
    }
}
