using System.Net;
using System.Text.Json;
using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gradus.Hosting.Tests.LanguageModels;

/// <summary>Against a server on this machine that speaks OpenAI's protocol.</summary>
public sealed class LanguageModelGraderTests
{
    private const string Answer = "p1 is what I would say first, and then the rest.";
    private static readonly Question Asked = ShippedQuestion();
    private static readonly string Reply = $$"""{"points":[{{string.Join(',', Asked.Points.Select((point, i) => $$"""{"id":"{{point.Id}}","earned":{{(i == 0 ? "true" : "false")}},"evidence":{{(i == 0 ? "\"I would say first\"" : "null")}}}"""))}}]}""";

    [Fact]
    public async Task Grade_GoodReply_IsTheModelsVerdict()
    {
        JsonElement sent = default;
        await using WebApplication server = await Serve(async context =>
        {
            sent = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement.Clone();
            await Complete(context, Reply);
        });

        Verdict verdict = Grade(server);

        Assert.Equal("tiny", verdict.GradedBy);
        Assert.Equal("I would say first", verdict.Points[0].Evidence!.Text);
        Assert.Empty(verdict.Notices);
        Assert.Equal("tiny", sent.GetProperty("model").GetString());
        Assert.Equal("json_object", sent.GetProperty("response_format").GetProperty("type").GetString());
        Assert.Equal(["system", "user"], sent.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()!));
        Assert.Contains("I would say first", sent.GetProperty("messages")[1].GetProperty("content").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grade_NoVerdict_FallsBackAndSaysSo()
    {
        await using WebApplication server = await Serve(context => Complete(context, "I like this answer."));

        Verdict verdict = Grade(server);

        Assert.Null(verdict.GradedBy);
        Assert.Contains("returned something else than a verdict", Assert.Single(verdict.Notices), StringComparison.Ordinal);
        Assert.True(verdict.Points[0].Earned);
    }

    [Fact]
    public async Task Grade_ServerFault_FallsBackAndIsLeftAloneForAWhile()
    {
        int asked = 0;
        await using WebApplication server = await Serve(context =>
        {
            asked++;
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return Task.CompletedTask;
        });
        LanguageModelGrader grader = Grader(server, TimeSpan.FromSeconds(30));

        Verdict first = grader.Grade(Asked, Answer), second = grader.Grade(Asked, Answer);

        Assert.Contains("could not be asked", Assert.Single(first.Notices), StringComparison.Ordinal);
        Assert.Contains("left alone", Assert.Single(second.Notices), StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Grade_NoReplyInTime_FallsBackAndSaysSo()
    {
        await using WebApplication server = await Serve(async context => await Task.Delay(TimeSpan.FromMinutes(5), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing));

        Verdict verdict = Grader(server, TimeSpan.FromSeconds(1)).Grade(Asked, Answer);

        Assert.Contains("did not answer within 1 s", Assert.Single(verdict.Notices), StringComparison.Ordinal);
        Assert.Equal(new WordGrader().Grade(Asked, Answer).Score, verdict.Score);
    }

    [Fact]
    public async Task Grade_EmptyAnswer_AsksNobody()
    {
        int asked = 0;
        await using WebApplication server = await Serve(context =>
        {
            asked++;
            return Complete(context, Reply);
        });

        Assert.NotNull(Grader(server, TimeSpan.FromSeconds(30)).Grade(Asked, "").Refusal);
        Assert.Equal(0, asked);
    }

    private static Verdict Grade(WebApplication server) => Grader(server, TimeSpan.FromSeconds(30)).Grade(Asked, Answer);

    private static LanguageModelGrader Grader(WebApplication server, TimeSpan timeout) =>
        LanguageModelGrader.Connect(new WordGrader(), new LanguageModelOptions(new Uri(server.Urls.First() + "/v1"), "tiny", "secret", timeout), TimeProvider.System);

    private static async Task<WebApplication> Serve(Func<HttpContext, Task> reply)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        server.MapPost("/v1/chat/completions", (RequestDelegate)(context => reply(context)));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private static Task Complete(HttpContext context, string content) =>
        context.Response.WriteAsJsonAsync(new
        {
            id = "1",
            @object = "chat.completion",
            created = 1,
            model = "tiny",
            choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
            usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
        });

    private static Question ShippedQuestion() => Bank.Load(Bank.LocateFolder()).Find("dropout")!;
}
