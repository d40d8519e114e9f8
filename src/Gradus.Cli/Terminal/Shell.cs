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

    /// <summary>The width of the terminal in characters, 80 where there is none.</summary>
    public required int Width { get; init; }

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Standard output as a console: wraps to the terminal, colours where they are wanted (https://no-color.org).</summary>
    public IAnsiConsole Console => _console ??= MakeConsole(Out, OutputIsTerminal);

    /// <summary>Standard error as a console, for progress.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole ??= MakeConsole(Error, ErrorIsTerminal);

    /// <summary>The streams of this process, in UTF-8 and with line feeds alone.</summary>
    public static Shell System()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        int width = 80;
        if (!SystemConsole.IsOutputRedirected)
        {
            try
            {
                width = Math.Clamp(SystemConsole.WindowWidth, 40, 120);
            }
            catch (IOException)
            {
                // A terminal that cannot tell its size keeps the default.
            }
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
            Environment = global::System.Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>The same surroundings for a command that ends in one JSON document: what is told on the way goes to standard error.</summary>
    /// <returns>A shell whose output is this one's standard error.</returns>
    public Shell ForTelling() => new()
    {
        Out = Error,
        Error = Error,
        In = In,
        InputIsTerminal = InputIsTerminal,
        OutputIsTerminal = ErrorIsTerminal,
        ErrorIsTerminal = ErrorIsTerminal,
        Width = Width,
        Environment = Environment,
        Clock = Clock,
    };

    private IAnsiConsole MakeConsole(TextWriter writer, bool terminal)
    {
        bool colours = terminal && string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal && Environment("TERM") != "dumb" ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        return console;
    }
}
