using System.Text;
using Spectre.Console;
using SystemConsole = System.Console;

namespace Gradus.Cli.Terminal;

/// <summary>What surrounds a command: its streams, whether a person is at them, the clock and the environment.</summary>
internal sealed class Shell
{
    private IAnsiConsole? _console;
    private IAnsiConsole? _errorConsole;

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>Whether standard input is a terminal.</summary>
    public required bool InputIsTerminal { get; init; }

    /// <summary>Whether standard output is a terminal, so that colours and live pictures are wanted.</summary>
    public required bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal, so that progress is wanted.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>The width of the terminal in characters as it is now, 80 where there is none.</summary>
    public required int Width
    {
        get => CurrentWidth?.Invoke() ?? field;
        init;
    }

    /// <summary>Measures the terminal, whose window may change its size; null where the width stays.</summary>
    public Func<int>? CurrentWidth { get; init; }

    /// <summary>The keys, one at a time; null where input comes in lines.</summary>
    public IKeyboard? Keyboard { get; init; }

    /// <summary>Whether everything is told in plain lines, for screen readers: no colours, nothing drawn anew, no drawings.</summary>
    public bool Plain { get; init; }

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Standard output as a console: wraps to the terminal, colours where they are wanted (https://no-color.org).</summary>
    public IAnsiConsole Console => Fit(_console ??= MakeConsole(Out, OutputIsTerminal));

    /// <summary>Standard error as a console, for progress.</summary>
    public IAnsiConsole ErrorConsole => Fit(_errorConsole ??= MakeConsole(Error, ErrorIsTerminal));

    /// <summary>Whether lines of standard output may be drawn anew.</summary>
    public bool Redraws => OutputIsTerminal && !Plain && Environment("TERM") != "dumb";

    /// <summary>Whether standard output shows colours.</summary>
    public bool HasColours => Redraws && string.IsNullOrEmpty(Environment("NO_COLOR"));

    /// <summary>The streams of this process, in UTF-8 and with line feeds alone.</summary>
    public static Shell System()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        int width = 80;
        if (!SystemConsole.IsOutputRedirected)
        {
            width = Measure();
        }

        return new Shell
        {
            Out = new StreamWriter(SystemConsole.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" },
            Error = new StreamWriter(SystemConsole.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" },
            In = SystemConsole.IsInputRedirected ? new StreamReader(SystemConsole.OpenStandardInput(), utf8) : SystemConsole.In,
            InputIsTerminal = !SystemConsole.IsInputRedirected,
            OutputIsTerminal = !SystemConsole.IsOutputRedirected,
            ErrorIsTerminal = !SystemConsole.IsErrorRedirected,
            Width = width,
            CurrentWidth = SystemConsole.IsOutputRedirected ? null : Measure,
            Keyboard = SystemConsole.IsInputRedirected || SystemConsole.IsOutputRedirected ? null : new SystemKeyboard(),
            Environment = global::System.Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>The same surroundings, told in plain lines.</summary>
    /// <returns>A shell that is <see cref="Plain"/>.</returns>
    public Shell AsPlain() => With(Out, OutputIsTerminal, plain: true);

    /// <summary>The same surroundings for a command that ends in one JSON document: what is told on the way goes to standard error.</summary>
    /// <returns>A shell whose output is this one's standard error.</returns>
    public Shell ForTelling() => With(Error, ErrorIsTerminal, Plain);

    /// <summary>Writes a heading.</summary>
    /// <param name="title">Its words.</param>
    public void Head(string title)
    {
        if (Plain)
        {
            Out.WriteLine(title);
        }
        else
        {
            Console.Write(new Rule(Markup.Escape(title)).LeftJustified());
        }
    }

    private Shell With(TextWriter output, bool terminal, bool plain) => new()
    {
        Out = output,
        Error = Error,
        In = In,
        InputIsTerminal = InputIsTerminal,
        OutputIsTerminal = terminal,
        ErrorIsTerminal = ErrorIsTerminal,
        Width = Width,
        CurrentWidth = CurrentWidth,
        Keyboard = terminal ? Keyboard : null,
        Plain = plain,
        Environment = Environment,
        Clock = Clock,
    };

    private static int Measure()
    {
        try
        {
            return Math.Clamp(SystemConsole.WindowWidth, 20, 120);
        }
        catch (IOException)
        {
            // A terminal that cannot tell its size gets the usual one.
            return 80;
        }
    }

    private IAnsiConsole Fit(IAnsiConsole console)
    {
        console.Profile.Width = Width;
        return console;
    }

    private IAnsiConsole MakeConsole(TextWriter writer, bool terminal)
    {
        bool drawn = terminal && !Plain && Environment("TERM") != "dumb";
        bool colours = drawn && string.IsNullOrEmpty(Environment("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = drawn ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
    }
}
