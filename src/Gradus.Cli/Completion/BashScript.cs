using System.Globalization;
using System.Text;

namespace Gradus.Cli.Completion;

/// <summary>Completion for Bash. The words stand in the script, so that a key waits for no program; made for Bash 3.2, which has no associative arrays.</summary>
internal static class BashScript
{
    // Stands for a value that is not known; the shell then completes files. (A hyphen would not do: zsh's echo swallows it.)
    private const string Unknown = ":";

    public static string Write(IReadOnlyList<CommandWords> words)
    {
        StringBuilder script = new();
        script.Append("# Completion of gradus for bash: source <(gradus completion bash)\n");
        Case(script, "_gradus_commands", words.Select(one => (one.Path, string.Join(' ', one.Commands))));
        Case(script, "_gradus_options", words.Select(one => (one.Path, string.Join(' ', one.Options.SelectMany(option => option.Names)))));
        Case(script, "_gradus_arguments", words.Select(one => (one.Path, string.Join(' ', one.Values))));

        // A key of "path|--option" for what an option takes.
        Case(script, "_gradus_values", words.SelectMany(one => one.Options.Where(option => option.TakesValue).SelectMany(option =>
            option.Names.Select(name => ($"{one.Path}|{name}", option.Values.Count == 0 ? Unknown : string.Join(' ', option.Values))))));
        script.Append($$"""
            _gradus() {
              local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" path="" word next i values
              for ((i = 1; i < COMP_CWORD; i++)); do
                word="${COMP_WORDS[i]}"
                next="$path${path:+ }$word"
                case " $(_gradus_commands "$path") " in *" $word "*) path="$next" ;; esac
              done
              COMPREPLY=()
              values="$(_gradus_values "$path|$previous")"
              if [ "$values" = "{{Unknown}}" ]; then
                return
              elif [ -n "$values" ]; then
                COMPREPLY=($(compgen -W "$values" -- "$current"))
                return
              fi
              case "$current" in
                -*) COMPREPLY=($(compgen -W "$(_gradus_options "$path")" -- "$current")) ;;
                *)
                  values="$(_gradus_commands "$path") $(_gradus_arguments "$path")"
                  COMPREPLY=($(compgen -W "$values" -- "$current"))
                  ;;
              esac
            }
            complete -o default -F _gradus gradus

            """.ReplaceLineEndings("\n"));
        return script.ToString();
    }

    private static void Case(StringBuilder script, string name, IEnumerable<(string Key, string Words)> entries)
    {
        script.Append(CultureInfo.InvariantCulture, $"{name}() {{\n  case \"$1\" in\n");
        foreach ((string key, string words) in entries.Where(entry => entry.Words.Length > 0))
        {
            script.Append(CultureInfo.InvariantCulture, $"    \"{key}\") echo \"{words}\" ;;\n");
        }

        script.Append("  esac\n}\n");
    }
}
