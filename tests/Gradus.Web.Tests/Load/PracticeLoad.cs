using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Gradus.Interview;
using Gradus.Interview.Questions;

namespace Gradus.Web.Tests.Load;

/// <summary>Many people at once over loopback: each opens a question, types, sends drafts, submits and reads the verdict.</summary>
internal sealed partial class PracticeLoad(TestSite site)
{
    private readonly ConcurrentBag<double> _verdicts = [];
    private readonly ConcurrentBag<double> _pages = [];
    private readonly ConcurrentBag<string> _errors = [];

    /// <summary>Milliseconds from the submission to the whole page with the verdict, in order.</summary>
    public double[] Verdicts => [.. _verdicts.Order()];

    /// <summary>Milliseconds for the page of a question, in order.</summary>
    public double[] Pages => [.. _pages.Order()];

    /// <summary>Everything that was not answered as it should be.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Lets people work.</summary>
    /// <param name="people">How many.</param>
    /// <param name="rounds">How many answers each gives.</param>
    /// <param name="every">The time from one answer of a person to the next; they begin spread over it.</param>
    public Task RunAsync(int people, int rounds, TimeSpan every) => Task.WhenAll(Enumerable.Range(0, people).Select(person => PersonAsync(person, rounds, every, every * person / people)));

    /// <summary>The value below which a share of all values lies.</summary>
    public static double Quantile(double[] ordered, double share) => ordered.Length == 0 ? double.NaN : ordered[Math.Min(ordered.Length - 1, (int)(share * ordered.Length))];

    private async Task PersonAsync(int person, int rounds, TimeSpan every, TimeSpan first)
    {
        SeededChoice choice = new((ulong)person + 1);
        using SocketsHttpHandler handler = new() { UseCookies = true, AllowAutoRedirect = true, AutomaticDecompression = DecompressionMethods.All };
        using HttpClient client = new(handler) { BaseAddress = new Uri(site.Address) };
        await Task.Delay(first);
        for (int round = 0; round < rounds; round++)
        {
            Stopwatch since = Stopwatch.StartNew();
            try
            {
                await AnswerAsync(client, choice, every);
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or InvalidDataException)
            {
                _errors.Add($"person {person}, round {round}: {error.Message}");
            }

            if (round + 1 < rounds && every > since.Elapsed)
            {
                await Task.Delay(every - since.Elapsed);
            }
        }
    }

    private async Task AnswerAsync(HttpClient client, SeededChoice choice, TimeSpan every)
    {
        IReadOnlyList<Question> questions = site.Application.Bank.Questions;
        Question question = questions[choice.Next(questions.Count)];
        string[] sentences = question.ModelAnswer.Split(". ");
        string answer = string.Join(". ", sentences.Take(1 + choice.Next(sentences.Length)));
        long began = Stopwatch.GetTimestamp();
        string page = await client.GetStringAsync($"/questions/{question.Id}");
        _pages.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        string token = Token().Match(page).Groups[1].Value;
        foreach (int part in (int[])[4, 2])
        {
            await Task.Delay(every / 10);
            using HttpResponseMessage draft = await client.PutAsJsonAsync($"/api/drafts/question%3A{question.Id}", new { text = answer[..(answer.Length / part)], elapsedSeconds = 10 });
            Demand(draft.StatusCode == HttpStatusCode.NoContent, $"a draft was answered with {draft.StatusCode}");
        }

        began = Stopwatch.GetTimestamp();
        using FormUrlEncodedContent form = new([new("__RequestVerificationToken", token), new("answer", answer), new("elapsed", "20")]);
        using HttpResponseMessage verdict = await client.PostAsync($"/questions/{question.Id}/answers", form);
        string shown = await verdict.Content.ReadAsStringAsync();
        _verdicts.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        Demand(verdict.StatusCode == HttpStatusCode.OK && shown.Contains("score-number", StringComparison.Ordinal), $"an answer to {question.Id} was answered with {verdict.StatusCode}");
    }

    private static void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidDataException(what);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
