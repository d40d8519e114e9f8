using System.Text.RegularExpressions;
using Gradus.Cli.Terminal;
using Gradus.Hosting;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Terminal;

public sealed partial class AnswerReaderTests : IDisposable
{
    private const string Key = "question:dropout";
    private readonly TemporaryFolder _home = new();
    private readonly GradusApplication _application;
    private readonly StringWriter _out = new() { NewLine = "\n" };

    public AnswerReaderTests() => _application = GradusApplication.Open(new GradusOptions { Home = new GradusHome(_home.Path), BankFolder = "", Bank = Bank.Of([]) });

    [Fact]
    public async Task Read_Keys_GiveTheLinesUpToTheFullStop()
    {
        Reading reading = await ReadAsync(new Keys().Then("Dropot\b").Then(Keys.Of(ConsoleKey.Backspace)).Then(Keys.Of(ConsoleKey.Backspace)).Then("out is noise.\nIt helps.\n.\n"));

        Assert.Equal((ReadingEnd.Answered, "Dropout is noise.\nIt helps."), (reading.End, reading.Text));
        Assert.Contains("Dropout is noise.\n", Cleared(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_HalfALine_IsADraftBeforeItIsEnded()
    {
        string? draft = null;
        Keys keys = new Keys().Then("The mean of the").Then(Wait).Then(Wait).Then(() => draft = _application.Practice.LoadDraft(Key)?.Text).Then(" others\n/quit\n");

        Reading reading = await ReadAsync(keys);

        Assert.Equal("The mean of the", draft);
        Assert.Equal((ReadingEnd.Paused, "The mean of the others\n"), (reading.End, _application.Practice.LoadDraft(Key)!.Text));
    }

    [Fact]
    public async Task Read_Draft_IsShownAndGoesOn()
    {
        _application.Practice.SaveDraft(Key, "First half", TimeSpan.FromSeconds(70));

        Reading reading = await ReadAsync(new Keys().Then("second half\n.\n"));

        Assert.Equal("First half\nsecond half", reading.Text);
        Assert.True(reading.Elapsed >= TimeSpan.FromSeconds(70));
        Assert.Contains("Your draft so far:\nFirst half\n", Cleared(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_LiveLine_ShowsTimeAndWordsAndNeverFillsTheWindow()
    {
        string text = string.Join(' ', Enumerable.Repeat("regularisation", 30));

        await ReadAsync(new Keys().Then(text).Then(() => { }).Then("\n.\n"), width: 40);

        string[] drawn = [.. _out.ToString().Split("\r\x1b[J").Skip(1).Select(each => Escapes().Replace(each.Split('\n')[0], ""))];
        Assert.Contains(drawn, each => Regex.IsMatch(each, "^[0-9]+:[0-9]{2}, 30 words > ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.All(drawn.Where(each => each.Contains(" > ", StringComparison.Ordinal)), each => Assert.InRange(each.Length, 1, 39));
        Assert.Contains(text + "\n", Cleared(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WindowMadeNarrower_DrawsWithinIt()
    {
        int width = 60;
        Keys keys = new Keys().Then(new string('x', 80)).Then(() => { }).Then(() => { _out.GetStringBuilder().Clear(); width = 24; }).Then(() => { }).Then("\n.\n");

        await ReadAsync(keys, () => width);

        string[] drawn = [.. _out.ToString().Split("\r\x1b[J").Skip(1).Select(each => Escapes().Replace(each.Split('\n')[0], "")).Where(each => each.Contains('x', StringComparison.Ordinal) && each.Length < 80)];
        Assert.NotEmpty(drawn);
        Assert.All(drawn, each => Assert.InRange(each.Length, 1, 23));
    }

    [Theory]
    [InlineData(null, null, true, true)]
    [InlineData("1", null, true, false)]
    [InlineData(null, "dumb", false, false)]
    public async Task Read_NoColourAndDumbTerminals_Degrade(string? noColor, string? term, bool redraws, bool colours)
    {
        await ReadAsync(new Keys().Then("word").Then(() => { }).Then("\n.\n"), environment: name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null });

        Assert.Equal(redraws, _out.ToString().Contains("\r\x1b[J", StringComparison.Ordinal));
        Assert.Equal(colours, _out.ToString().Contains("\x1b[2m0:", StringComparison.Ordinal));
        Assert.Equal(redraws, _out.ToString().Contains('\x1b', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_Plain_EchoesAndDrawsNothingAnew()
    {
        Reading reading = await ReadAsync(new Keys().Then("ab").Then(Keys.Of(ConsoleKey.Backspace)).Then("c\n/time\n.\n"), plain: true);

        Assert.Equal("ac", reading.Text);
        Assert.Matches("ab\b \bc\n/time\n[0-9]+:[0-9]{2}, 1 word[.]\n[.]\n$", _out.ToString());
        Assert.DoesNotContain('\x1b', _out.ToString());
    }

    [Fact]
    public async Task Read_Hint_IsAfterWhatIsWritten()
    {
        string? asked = null;

        await ReadAsync(new Keys().Then("One thing.\n/hint\n.\n"), hint: text => { asked = text; return "Think of the other."; });

        Assert.Equal("One thing.\n", asked);
        Assert.Contains("Think of the other.\n", Cleared(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_EndOfInput_AnswersOrPauses()
    {
        Assert.Equal(ReadingEnd.Paused, (await ReadAsync(new Keys().Then(Keys.Control(ConsoleKey.D)))).End);
        Assert.Equal((ReadingEnd.Answered, "word"), ((await ReadAsync(new Keys().Then("word\n").Then(Keys.Control(ConsoleKey.D)))) is { } reading ? (reading.End, reading.Text) : default));
    }

    public void Dispose()
    {
        _application.Dispose();
        _home.Dispose();
        _out.Dispose();
    }

    // A little longer than a draft may stay unsaved, in steps of the reader's own.
    private static void Wait() => Task.Delay(DraftKeeper.Longest, TestContext.Current.CancellationToken).Wait(TestContext.Current.CancellationToken);

    private Task<Reading> ReadAsync(Keys keys, int width = 80, bool plain = false, Func<string, string>? hint = null, Func<string, string?>? environment = null) =>
        ReadAsync(keys, () => width, plain, hint, environment);

    private Task<Reading> ReadAsync(Keys keys, Func<int> width, bool plain = false, Func<string, string>? hint = null, Func<string, string?>? environment = null)
    {
        Shell shell = new()
        {
            Out = _out,
            Error = TextWriter.Null,
            In = TextReader.Null,
            InputIsTerminal = true,
            OutputIsTerminal = true,
            ErrorIsTerminal = false,
            Width = 80,
            CurrentWidth = width,
            Keyboard = keys,
            Plain = plain,
            Environment = environment ?? (_ => null),
        };
        return new AnswerReader(shell, _application.Practice).ReadAsync(Key, RoundKind.Explain, hint, TestContext.Current.CancellationToken);
    }

    // What stays on the screen: nothing that was drawn anew, no escape sequences.
    private string Cleared() => string.Concat(_out.ToString().Split('\n').Select(line => Escapes().Replace(line.Split("\r\x1b[J")[^1], "") + "\n"));

    [GeneratedRegex("\x1b\\[[0-9;]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();
}
