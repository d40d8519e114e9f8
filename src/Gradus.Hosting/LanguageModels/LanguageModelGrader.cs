using System.ClientModel;
using Gradus.Hosting.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Models;
using Gradus.Interview.Questions;
using Microsoft.Extensions.AI;

namespace Gradus.Hosting.LanguageModels;

/// <summary>Lets a language model say which points are earned, checks what it returns, and falls back on the offline grader, saying so, where it fails.</summary>
/// <param name="offline">The grader that comes with Gradus.</param>
/// <param name="client">The model.</param>
/// <param name="options">Its name and the time for a reply.</param>
/// <param name="clock">The clock.</param>
/// <param name="judge">Judges a verdict by the structure of a round, as <see cref="Grader.Judge"/> does; null where none is judged.</param>
public sealed class LanguageModelGrader(
    IGrader offline, IChatClient client, LanguageModelOptions options, TimeProvider clock, Func<Question, string, RoundKind, Verdict, Verdict>? judge = null) : IGrader
{
    /// <summary>After a failure the model is left alone for this long, so that a model that is switched off does not hold up every answer.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private long _restsUntil = long.MinValue;

    /// <summary>A grader that asks the model at an address.</summary>
    /// <param name="offline">The grader that comes with Gradus.</param>
    /// <param name="options">Where the model is.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="judge">Judges a verdict by the structure of a round, or null.</param>
    public static LanguageModelGrader Connect(IGrader offline, LanguageModelOptions options, TimeProvider clock, Func<Question, string, RoundKind, Verdict, Verdict>? judge = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LanguageModelGrader(offline, new OpenAiChatClient(options), options, clock, judge);
    }

    /// <inheritdoc/>
    public Verdict Grade(Question question, string answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        Verdict verdict = offline.Grade(question, answer);
        if (verdict.Refusal is not null)
        {
            return verdict;
        }

        if (clock.GetUtcNow().UtcTicks < Volatile.Read(ref _restsUntil))
        {
            return Told(verdict, "did not answer a moment ago and is left alone for a minute");
        }

        try
        {
            return ModelVerdictReader.Read(question, answer, verdict, options.Model, Ask(question, answer));
        }
        catch (FormatException error)
        {
            return Told(verdict, $"returned something else than a verdict ({error.Message})");
        }
        catch (OperationCanceledException)
        {
            StartRest();
            return Told(verdict, $"did not answer within {options.Timeout.TotalSeconds:0} s");
        }
        catch (Exception error) when (error is HttpRequestException or ClientResultException or IOException or AggregateException or InvalidOperationException)
        {
            StartRest();
            return Told(verdict, $"could not be asked{(options.TellsCauses ? $" ({error.GetBaseException().Message.ReplaceLineEndings(" ")})" : "")}");
        }
    }

    /// <inheritdoc/>
    public Verdict Grade(Question question, string answer, RoundKind kind) => judge?.Invoke(question, answer, kind, Grade(question, answer)) ?? Grade(question, answer);

    private string Ask(Question question, string answer)
    {
        using CancellationTokenSource late = new(options.Timeout, clock);
        ChatMessage[] messages = [new(ChatRole.System, ModelPrompt.Instructions), new(ChatRole.User, ModelPrompt.Message(question, answer))];
        ChatOptions how = new() { Temperature = 0, ResponseFormat = ChatResponseFormat.Json };

        // Off this thread, whose context must not be waited for.
        return Task.Run(() => client.GetResponseAsync(messages, how, late.Token), CancellationToken.None).WaitAsync(late.Token).GetAwaiter().GetResult().Text;
    }

    private void StartRest() => Volatile.Write(ref _restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);

    private Verdict Told(Verdict verdict, string what) => verdict with { Notices = [.. verdict.Notices, $"The language model {options.Model} {what}; this is the offline grader's verdict."] };
}
