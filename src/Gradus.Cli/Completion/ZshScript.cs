using System.Text;

namespace Gradus.Cli.Completion;

/// <summary>Completion for the Z shell: the script for Bash under zsh's own compatibility layer.</summary>
internal static class ZshScript
{
    public static string Write(IReadOnlyList<CommandWords> words)
    {
        StringBuilder script = new();
        script.Append("# Completion of gradus for zsh: source <(gradus completion zsh)\n");
        script.Append("autoload -Uz compinit bashcompinit\n");
        script.Append("(( ${+functions[compdef]} )) || compinit\n");
        script.Append("bashcompinit\n");
        return script.Append(BashScript.Write(words)).ToString();
    }
}
