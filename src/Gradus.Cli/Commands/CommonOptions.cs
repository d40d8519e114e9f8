using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Gradus.Interview.Questions;

namespace Gradus.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    // Several commands offer them; the bank is read for it once.
    private static readonly Lazy<CompletionItem[]> Ids = new(() => [.. Bank.Load(Bank.LocateFolder()).Questions.Select(question => new CompletionItem(question.Id))]);

    /// <summary>Prints JSON.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON instead of text." };

    /// <summary>A question's id.</summary>
    public static Argument<string> Question()
    {
        Argument<string> id = new("ID") { HelpName = "ID", Description = "The question's id; 'gradus bank list' lists them." };
        id.CompletionSources.Add(QuestionIds);
        return id;
    }

    /// <summary>The ids of all questions, for completion.</summary>
    public static IEnumerable<CompletionItem> QuestionIds(CompletionContext context) => Ids.Value;

    /// <summary>The first seed.</summary>
    /// <param name="fallback">What it is when it is not given.</param>
    public static Option<ulong> Seed(ulong fallback = 1) => new("--seed") { Description = "The seed; the same seed gives the same run.", HelpName = "S", DefaultValueFactory = _ => fallback };

    /// <summary>An option whose value is one of a few words.</summary>
    /// <typeparam name="T">The words, as an enumeration.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="helpName">What help calls its value.</param>
    /// <returns>The option; null when it is not given.</returns>
    public static Option<T?> Choice<T>(string name, string description, string helpName)
        where T : struct, Enum => new(name) { Description = description, HelpName = helpName, CustomParser = result => Choose<T>(result, name) };

    /// <summary>Reads one of a few words; another is refused with those there are.</summary>
    /// <typeparam name="T">The words, as an enumeration.</typeparam>
    /// <param name="result">What was typed.</param>
    /// <param name="name">What it was typed for.</param>
    public static T Choose<T>(ArgumentResult result, string name)
        where T : struct, Enum
    {
        string text = result.Tokens[^1].Value;
        string[] words = [.. Enum.GetNames<T>().Select(word => word.ToLowerInvariant())];
        if (words.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        result.AddError($"{name} got '{text}', needed {string.Join(", ", words[..^1])} or {words[^1]}");
        return default;
    }

    /// <summary>An option whose value lies in a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="fallback">What it is when it is not given.</param>
    /// <param name="least">The least value.</param>
    /// <param name="most">The greatest value.</param>
    public static Option<int> Number(string name, string description, int fallback, int least, int most)
    {
        Option<int> option = new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0)
            {
                return;
            }

            if (!int.TryParse(result.Tokens[^1].Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int value) || value < least || value > most)
            {
                result.AddError($"{name} got '{result.Tokens[^1].Value}', needed a whole number from {least} to {most}");
            }
        });
        return option;
    }
}
