using System.CommandLine;
using System.CommandLine.Completions;

namespace Gradus.Cli.Completion;

/// <summary>What may stand behind a command.</summary>
/// <param name="Path">The command's words behind <c>gradus</c>, joined by spaces; empty for the program itself.</param>
/// <param name="Commands">The commands below it.</param>
/// <param name="Options">Its options with the values that each takes.</param>
/// <param name="Values">What its arguments may be, where that is known; else files are completed.</param>
internal sealed record CommandWords(string Path, IReadOnlyList<string> Commands, IReadOnlyList<OptionWords> Options, IReadOnlyList<string> Values)
{
    /// <summary>Reads the words of every command.</summary>
    /// <param name="root">The root of the command line.</param>
    /// <returns>One entry a command, the root first.</returns>
    public static IReadOnlyList<CommandWords> Of(RootCommand root)
    {
        List<CommandWords> all = [];
        Add(root, "", [], all);
        return all;
    }

    private static void Add(Command command, string path, IReadOnlyList<Option> inherited, List<CommandWords> all)
    {
        Option[] options = [.. command.Options.Concat(inherited).Where(option => !option.Hidden)];
        all.Add(new CommandWords(
            path,
            [.. command.Subcommands.Where(each => !each.Hidden).Select(each => each.Name)],
            [.. options.Select(option => new OptionWords([option.Name, .. option.Aliases.Where(alias => alias.StartsWith('-'))], ValuesOf(option, option.ValueType), TakesValue: option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0))],
            [.. command.Arguments.SelectMany(argument => ValuesOf(argument, argument.ValueType)).Distinct()]));
        Option[] passedOn = [.. command.Options.Where(option => option.Recursive).Concat(inherited)];
        foreach (Command below in command.Subcommands.Where(each => !each.Hidden))
        {
            Add(below, path.Length == 0 ? below.Name : $"{path} {below.Name}", passedOn, all);
        }
    }

    // Values are words of the command line: what would need quotes in a shell is left out.
    private static string[] ValuesOf(Symbol symbol, Type type) =>
        [.. symbol.GetCompletions(CompletionContext.Empty)
            .Select(item => (Nullable.GetUnderlyingType(type) ?? type).IsEnum ? item.Label.ToLowerInvariant() : item.Label)
            .Distinct()
            .Where(label => label.Length > 0 && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))];
}
