using System.Globalization;
using System.Text;

namespace Gradus.Cli.Completion;

/// <summary>Completion for PowerShell.</summary>
internal static class PowerShellScript
{
    public static string Write(IReadOnlyList<CommandWords> words)
    {
        StringBuilder script = new();
        script.Append("# Completion of gradus for PowerShell: gradus completion pwsh | Out-String | Invoke-Expression\n");
        script.Append("Register-ArgumentCompleter -Native -CommandName gradus -ScriptBlock {\n  param($wordToComplete, $commandAst, $cursorPosition)\n");
        Table(script, "commands", words.Select(one => (one.Path, one.Commands)));
        Table(script, "options", words.Select(one => (one.Path, (IReadOnlyList<string>)[.. one.Options.SelectMany(option => option.Names)])));
        Table(script, "arguments", words.Select(one => (one.Path, one.Values)));
        Table(script, "values", words.SelectMany(one => one.Options.Where(option => option.Values.Count > 0).SelectMany(option => option.Names.Select(name => ($"{one.Path}|{name}", option.Values)))));
        script.Append("""
              $path = ''
              $previous = ''
              foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
                $word = "$element"
                if ($element.Extent.EndOffset -ge $cursorPosition -and $word -eq $wordToComplete) { break }
                $previous = $word
                if ($commands[$path] -contains $word) { $path = ("$path $word").Trim() }
              }
              $offered = $values["$path|$previous"]
              if (-not $offered) {
                if ($wordToComplete.StartsWith('-')) { $offered = $options[$path] } else { $offered = @($commands[$path]) + @($arguments[$path]) }
              }
              $offered | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """.ReplaceLineEndings("\n"));
        return script.ToString();
    }

    private static void Table(StringBuilder script, string name, IEnumerable<(string Key, IReadOnlyList<string> Words)> entries)
    {
        script.Append(CultureInfo.InvariantCulture, $"  ${name} = @{{\n");
        foreach ((string key, IReadOnlyList<string> words) in entries)
        {
            script.Append(CultureInfo.InvariantCulture, $"    '{key}' = @({string.Join(", ", words.Select(word => $"'{word}'"))})\n");
        }

        script.Append("  }\n");
    }
}
