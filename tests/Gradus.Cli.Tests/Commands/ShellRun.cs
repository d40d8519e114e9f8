using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

/// <summary>Asks shells that are installed what they would offer for a line that somebody types.</summary>
internal static class ShellRun
{
    private const string Between = "--next--";

    // Takes each line in turn, as the shell's own machinery does for the key Tab: the function that it has noted for the command, then, where nothing came, what the entry names as its default.
    private const string Bash = """
        source "./$1"; shift
        noted="$(complete -p gradus)"
        for line in "$@"; do
          read -ra COMP_WORDS <<< "$line"
          [ "${line% }" = "$line" ] || COMP_WORDS+=("")
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          COMPREPLY=()
          _gradus
          case "$noted" in *"-o default"*) [ "${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")) ;; esac
          printf '%s\n' "${COMPREPLY[@]}" --next--
        done
        """;

    private const string Fish = """
        source ./$argv[1]
        for line in $argv[2..-1]
          complete -C "$line" | cut -f 1
          echo --next--
        end
        """;

    // zsh completes only in its line editor, so that one runs in a terminal of its own; what it would add is written down.
    private const string Zsh = """
        zmodload zsh/zpty || exit 3
        export SCRIPT="./$1" OUT="$PWD/offered"; shift
        : > $OUT
        await() { for i in {1..300}; do (( $(grep -c -e "^$1\$" $OUT) >= $2 )) && return; sleep 0.05; done; print "zsh did not come to $1 $2" >&2; exit 4; }
        zpty typed zsh -f -i
        zpty -w typed 'source ./inner.zsh'
        await --ready-- 1
        n=0
        for line in "$@"; do
          zpty -w -n typed "$line"$'\t\x18'
          (( n++ ))
          await --next-- $n
        done
        zpty -d typed
        grep -v -e --ready-- $OUT
        """;

    private const string ZshInner = """
        PS1=
        unsetopt prompt_sp
        autoload -Uz compinit
        compinit -D -u
        source $SCRIPT
        compadd() {
          case " $* " in *" "-[OAD]*) builtin compadd "$@"; return ;; esac
          local -a hits
          builtin compadd -A hits "$@"
          print -rl -- $hits >> $OUT
          builtin compadd "$@"
        }
        next() { print -r -- "--next--" >> $OUT; zle kill-whole-line; }
        zle -N next
        bindkey "^X" next
        bindkey "^I" complete-word
        print -r -- --ready-- >> $OUT
        """;

    /// <summary>Whether a shell is on the path.</summary>
    public static bool IsInstalled(string shell) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, shell)));

    /// <summary>What a shell offers for each line.</summary>
    /// <param name="shell">bash, zsh or fish.</param>
    /// <param name="script">The name of the file with the script of completion.</param>
    /// <param name="folder">The folder that holds it, where the shell works.</param>
    /// <param name="lines">The lines, as they are typed.</param>
    public static async Task<IReadOnlyList<string[]>> CompleteAsync(string shell, string script, string folder, string[] lines)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "inner.zsh"), ZshInner);
        string[] arguments = shell switch
        {
            "bash" => ["--norc", "-c", Bash, "bash", script, .. lines],
            "fish" => ["--no-config", "-c", Fish, script, .. lines],
            _ => ["-f", "-c", Zsh, "zsh", script, .. lines],
        };
        CommandResult result = await Command.RunAsync(shell, arguments, folder, environment: new Dictionary<string, string?> { ["HOME"] = folder, ["TERM"] = "xterm" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result is { ExitCode: 0, StandardError: "" }, result.Output);
        return [.. result.StandardOutput.Split(Between + "\n")[..^1].Select(offered => offered.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()).Where(word => word.Length > 0).ToArray())];
    }
}
