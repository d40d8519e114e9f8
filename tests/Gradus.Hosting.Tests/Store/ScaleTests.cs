using System.Diagnostics;
using System.Globalization;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Store;

/// <summary>What is derived is derived at each start: this must stay quick for a log of many years.</summary>
public sealed class ScaleTests
{
    [Fact]
    [Trait("Category", "Long")]
    public void Open_HundredThousandEvents_IsReadyInSeconds()
    {
        const int Answers = 33_333;
        using TemporaryFolder folder = new();
        FakeTimeProvider clock = new();
        Bank bank = Bank.Of(Enumerable.Range(0, 400).Select(i => Workbench.Question($"question-{i}")));
        Verdict verdict = new WordGrader().Grade(bank.Questions[0], "p1 p2");
        verdict = verdict with { Points = [.. Enumerable.Range(1, 10).Select(i => verdict.Points[0] with { Id = $"p{i}", Fact = new string('f', 120), Note = new string('n', 120) })] };
        string database = folder.Combine(GradusApplication.DatabaseName);
        using (SqliteEventStore store = SqliteEventStore.Open(database, clock, new IdSource(clock)))
        {
            foreach (int[] chunk in Enumerable.Range(0, Answers).Chunk(1000))
            {
                clock.Advance(TimeSpan.FromDays(10));
                store.Append([.. chunk.SelectMany(i => (LogEvent[])
                [
                    new AnswerSubmitted($"answer-{i}", $"question-{i % 400}", "What is it?", new string('a', 1200), 100),
                    new AnswerGraded($"answer-{i}", $"question-{i % 400}", verdict),
                    new ReviewRated($"question-{i % 400}", (Rating)(1 + (i * 7 % 4)), DateOnly.FromDateTime(clock.GetUtcNow().Date), $"answer-{i}", true),
                ])]);
            }
        }

        Stopwatch watch = Stopwatch.StartNew();
        using GradusApplication application = GradusApplication.Open(new GradusOptions { Home = new GradusHome(folder.Path), BankFolder = "", Bank = bank, Grader = new WordGrader(), Clock = clock });
        double open = Lap(watch);
        int cards = application.Reviews.Upcoming(36500).Count + application.Reviews.Due().Count + application.Reviews.Suspended().Count;
        double schedule = Lap(watch);
        application.History.Recent();
        double history = Lap(watch);
        application.History.AnswersTo("question-7");
        double question = Lap(watch);
        application.Practice.Answer("question-1", "p1 p2", TimeSpan.FromSeconds(1));
        double answer = Lap(watch);
        IReadOnlyList<string> problems = application.Verify();
        double verify = Lap(watch);

        string figures = string.Create(
            CultureInfo.InvariantCulture,
            $"{new FileInfo(database).Length / 1e6:F0} MB; open {open:F0} ms, schedule {schedule:F0} ms, history {history:F0} ms, one question {question:F0} ms, one answer {answer:F0} ms, verify {verify:F0} ms");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.Equal(400, cards);
        Assert.Empty(problems);
        Assert.True(open < 5000 && schedule < 5000 && history < 2000 && answer < 2000, figures);
    }

    private static double Lap(Stopwatch watch)
    {
        double elapsed = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        return elapsed;
    }
}
