using System.CommandLine;
using System.CommandLine.Completions;
using Gradus.Interview.Questions;

namespace Gradus.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>Prints JSON.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON instead of text." };

    /// <summary>A question's id.</summary>
    public static Argument<string> Question()
    {
        Argument<string> id = new("ID") { Description = "The question's id; 'gradus bank list' lists them." };
        id.CompletionSources.Add(QuestionIds);
        return id;
    }

    /// <summary>The ids of all questions, for completion.</summary>
    public static IEnumerable<CompletionItem> QuestionIds(CompletionContext context) => Bank.Load(Bank.LocateFolder()).Questions.Select(question => new CompletionItem(question.Id));

    /// <summary>The first seed.</summary>
    /// <param name="fallback">What it is when it is not given.</param>
    public static Option<ulong> Seed(ulong fallback = 1) => new("--seed") { Description = "The seed; the same seed gives the same run.", HelpName = "S", DefaultValueFactory = _ => fallback };

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
