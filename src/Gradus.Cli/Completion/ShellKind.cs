namespace Gradus.Cli.Completion;

/// <summary>The shells for which there is a script.</summary>
internal enum ShellKind
{
    /// <summary>GNU Bash, from 3.2 on.</summary>
    Bash,

    /// <summary>The Z shell.</summary>
    Zsh,

    /// <summary>The friendly interactive shell.</summary>
    Fish,

    /// <summary>PowerShell.</summary>
    Pwsh,
}
