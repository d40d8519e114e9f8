using System.Globalization;
using System.Text;
using System.Text.Json;
using Gradus.Interview;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class ReviewCommandTests
{
    private const string Cards = "#separator:comma\n#guid column:1\nk1,What is 1 < 2?,yes\nk2,\"two, or three\",no\n";

    [Fact]
    public async Task ExportImport_EveryForm_BringsReviewsToAnotherHome()
    {
        using TestShell from = new();
        Assert.Equal(0, (await from.RunAsync("", "review", "import", Write(from, "cards.txt", Cards))).ExitCode);
        CommandResult log = await from.RunAsync("", "review", "import", Write(from, "log.csv", "card_id,review_rating,review_time,review_duration\nk1,3,2026-01-05T10:00:00+00:00,5000\nk1,3,2026-01-05T10:20:00+00:00,4000\ndropout,1,2026-01-06T09:00:00+00:00,9000\n"));
        Assert.Contains("3 reviews and 0 cards came in", log.StandardOutput, StringComparison.Ordinal);
        foreach (string name in (string[])["all.json", "all.apkg"])
        {
            string path = from.Home.Combine(name);
            using TestShell to = new();

            CommandResult exported = await from.RunAsync("", "review", "export", path);
            CommandResult imported = await to.RunAsync("", "review", "import", path, "--json");
            CommandResult again = await to.RunAsync("", "review", "export", to.Home.Combine("again.csv"));

            Assert.Equal((0, 0, 0), (exported.ExitCode, imported.ExitCode, again.ExitCode));
            JsonElement summary = JsonSerializer.Deserialize<JsonElement>(imported.StandardOutput);
            Assert.Equal((2, 3), (summary.GetProperty("cards").GetInt32(), summary.GetProperty("reviews").GetInt32()));
            string[] lines = File.ReadAllLines(to.Home.Combine("again.csv"));
            Assert.Equal(4, lines.Length);
            Assert.Equal("dropout,1,2026-01-06T09:00:00.000+00:00,9000", lines[3]);
        }
    }

    [Theory]
    [InlineData("broken.json", "{", "broken.json: line 1 is no valid JSON")]
    [InlineData("log.csv", "card_id,review_rating,review_time\ndropout,7,2026-01-01\n", "log.csv: line 2 has the review_rating '7'")]
    public async Task Import_Unreadable_IsOneLineAndExitCodeTwo(string name, string content, string message)
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "review", "import", Write(shell, name, content));

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Review_Plain_DrawsNoLine()
    {
        using TestShell shell = new() { InputIsTerminal = true };
        await shell.RunAsync("", "review", "import", Write(shell, "cards.txt", Cards));

        CommandResult drawn = await shell.RunAsync("q\n", "review");
        CommandResult plain = await shell.RunAsync("q\n", "--plain", "review");

        Assert.Contains("1 of 2  What is 1 < 2? ──", drawn.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("1 of 2  What is 1 < 2?\n", plain.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain('─', plain.StandardOutput);
    }

    [Theory]
    [InlineData("review", "import", "nowhere.json")]
    [InlineData("review", "export", "file.unknown")]
    [InlineData("review", "export", "file.json", "--format", "pdf")]
    [InlineData("review", "settings", "--retention", "0.2")]
    public async Task BadUsage_IsExitCodeTwo(params string[] arguments)
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.StartsWith("gradus: ", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optimize_ForeignLog_TellsBeforeAndAfterAndKeepsNothing()
    {
        using TestShell shell = new();
        string log = Write(shell, "log.csv", Log());

        CommandResult result = await shell.RunAsync("", "review", "optimize", "--log", log, "--json");
        CommandResult stats = await shell.RunAsync("", "review", "stats", "--log", log, "--json");
        CommandResult own = await shell.RunAsync("", "review", "optimize", "--json");

        Assert.Equal((0, 0, 0), (result.ExitCode, stats.ExitCode, own.ExitCode));
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(result.StandardOutput);
        Assert.True(report.GetProperty("lossAfter").GetDouble() < report.GetProperty("lossBefore").GetDouble());
        Assert.Equal(("all", false, 21), (report.GetProperty("stage").GetString(), report.GetProperty("kept").GetBoolean(), report.GetProperty("weights").GetArrayLength()));
        Assert.Equal(4, JsonSerializer.Deserialize<JsonElement>(stats.StandardOutput).GetProperty("methods").GetArrayLength());
        Assert.Equal("none", JsonSerializer.Deserialize<JsonElement>(own.StandardOutput).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Stats_Text_ShowsEveryMethodAndTheFigure()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "review", "stats", "--log", Write(shell, "log.csv", Log()));

        Assert.All(["FSRS-6, your weights", "moving average", "SM-2", "Foretold and observed recall"], text => Assert.Contains(text, result.StandardOutput, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_Changed_AreShownAndLimitTheReviews()
    {
        using TestShell shell = new();
        await shell.RunAsync("", "review", "import", Write(shell, "cards.txt", Cards));

        CommandResult changed = await shell.RunAsync("", "review", "settings", "--new-per-day", "1", "--retention", "0.85", "--json");
        CommandResult list = await shell.RunAsync("", "review", "--json");

        JsonElement settings = JsonSerializer.Deserialize<JsonElement>(changed.StandardOutput);
        Assert.Equal((1, 0.85), (settings.GetProperty("newPerDay").GetInt32(), settings.GetProperty("desiredRetention").GetDouble()));
        Assert.Equal("What is 1 < 2?", JsonSerializer.Deserialize<JsonElement>(Assert.Single(list.StandardOutput.TrimEnd('\n').Split('\n'))).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Reschedule_NothingToMove_SaysSo()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "review", "reschedule");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("0 dates would move", result.StandardOutput, StringComparison.Ordinal);
    }

    private static string Write(TestShell shell, string name, string content)
    {
        string path = shell.Home.Combine(name);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Log()
    {
        SeededChoice choice = new(4);
        StringBuilder log = new("card_id,review_rating,review_time,review_duration\n");
        for (int card = 0; card < 40; card++)
        {
            DateTimeOffset at = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(card);
            for (int i = 0; i < 8; i++)
            {
                log.Append(CultureInfo.InvariantCulture, $"{card},{(choice.NextDouble() < 0.4 ? 1 : 3)},{at:O},1000\n");
                at = at.AddDays(1 + choice.Next(6));
            }
        }

        return log.ToString();
    }
}
