using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gradus.Interview.Schedule;

namespace Gradus.Web.Tests.Api;

public sealed class ReviewApiTests
{
    [Fact]
    public async Task Review_RateUndoAndList_AreWhatThePagesDo()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage rated = await site.Client.PostAsJsonAsync("/api/reviews/sample-scaling", new { rating = 1 }, TestContext.Current.CancellationToken);
        site.Clock.Advance(TimeSpan.FromHours(1));
        JsonElement due = await site.Client.GetFromJsonAsync<JsonElement>("/api/reviews", TestContext.Current.CancellationToken);
        using HttpResponseMessage undone = await site.Client.PostAsync("/api/reviews/undo", null, TestContext.Current.CancellationToken);
        using HttpResponseMessage nothing = await site.Client.PostAsync("/api/reviews/undo", null, TestContext.Current.CancellationToken);

        Assert.Equal("learning", (await rated.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("phase").GetString());
        Assert.Equal("sample-scaling", Assert.Single(due.GetProperty("due").EnumerateArray()).GetProperty("question").GetString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (undone.StatusCode, nothing.StatusCode));
        Assert.Equal(CardPhase.New, site.Application.Reviews.Card("sample-scaling").Phase);
    }

    [Fact]
    public async Task Review_BadRatingSettingsAndFile_AreProblems()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage rated = await site.Client.PostAsJsonAsync("/api/reviews/sample-scaling", new { rating = 9 }, TestContext.Current.CancellationToken);
        using HttpResponseMessage settings = await site.Client.PutAsJsonAsync("/api/reviews/settings", new { desiredRetention = 2 }, TestContext.Current.CancellationToken);
        using HttpResponseMessage file = await site.Client.PostAsync("/api/reviews/import?name=x.json", new StringContent("{"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity), (rated.StatusCode, settings.StatusCode, file.StatusCode));
        Assert.All([rated, settings, file], response => Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(new Preferences(), site.Application.Reviews.Preferences);
    }

    [Fact]
    public async Task Review_SettingsStatsAndPlan_AreJson()
    {
        await using TestSite site = await TestSite.StartAsync();

        using HttpResponseMessage settings = await site.Client.PutAsJsonAsync("/api/reviews/settings", new { reviewsPerDay = 12, desiredRetention = 0.85 }, TestContext.Current.CancellationToken);
        JsonElement stats = await site.Client.GetFromJsonAsync<JsonElement>("/api/reviews/stats", TestContext.Current.CancellationToken);
        JsonElement plan = await site.Client.GetFromJsonAsync<JsonElement>("/api/reviews/reschedule", TestContext.Current.CancellationToken);
        using HttpResponseMessage fitted = await site.Client.PostAsync("/api/reviews/optimize", null, TestContext.Current.CancellationToken);

        Assert.Equal(12, (await settings.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("reviewsPerDay").GetInt32());
        Assert.Equal((4, 14), (stats.GetProperty("methods").GetArrayLength(), stats.GetProperty("load").GetArrayLength()));
        Assert.Equal(0, plan.GetProperty("moved").GetArrayLength());
        Assert.Equal("none", (await fitted.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("stage").GetString());
    }
}
