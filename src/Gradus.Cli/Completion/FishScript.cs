using System.Globalization;
using System.Text;

namespace Gradus.Cli.Completion;

/// <summary>Completion for fish: one line a command, option and group of values.</summary>
internal static class FishScript
{
    public static string Write(IReadOnlyList<CommandWords> words)
    {
        StringBuilder script = new();
        script.Append("""
            # Completion of gradus for fish: gradus completion fish | source
            function __gradus_at
              set -l path
              for word in (commandline -opc)[2..-1]
                if not string match -q -- '-*' $word
                  set path $path $word
                end
              end
              set -l wanted (string split -n ' ' -- $argv[1])
              test (count $path) -ge (count $wanted); or return 1
              for i in (seq (count $wanted))
                test "$path[$i]" = "$wanted[$i]"; or return 1
              end
              return 0
            end
            complete -c gradus -e

            """.ReplaceLineEndings("\n"));
        foreach (CommandWords one in words)
        {
            // Deeper commands have lines of their own; a parent's commands are offered until one of them stands there.
            string at = $"__gradus_at '{one.Path}'";
            string deeper = string.Concat(one.Commands.Select(command => $"; and not __gradus_at '{(one.Path.Length == 0 ? command : $"{one.Path} {command}")}'"));
            if (one.Commands.Count + one.Values.Count > 0)
            {
                script.Append(CultureInfo.InvariantCulture, $"complete -c gradus -f -n \"{at}{deeper}\" -a '{string.Join(' ', one.Commands.Concat(one.Values))}'\n");
            }

            foreach (OptionWords option in one.Options)
            {
                string names = string.Join(' ', option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]}" : $"-s '{name[1..]}'"));
                string takes = !option.TakesValue ? "" : option.Values.Count == 0 ? " -r" : $" -x -a '{string.Join(' ', option.Values)}'";
                script.Append(CultureInfo.InvariantCulture, $"complete -c gradus -n \"{at}{deeper}\" {names}{takes}\n");
            }
        }

        return script.ToString();
    }
}
