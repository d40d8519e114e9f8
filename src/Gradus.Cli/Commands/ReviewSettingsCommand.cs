using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Schedule;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus review settings</c>: shows and changes what decides when things are reviewed.</summary>
internal static class ReviewSettingsCommand
{
    public static Command Create(Shell shell)
    {
        Option<double?> retention = new("--retention") { Description = "The probability of recall at which a question comes back, 0.7 to 0.99.", HelpName = "R" };
        Option<int?> newPerDay = new("--new-per-day") { Description = "The most new cards of your own a day, 0 to 9999.", HelpName = "N" };
        Option<int?> reviewsPerDay = new("--reviews-per-day") { Description = "The most reviews a day, 1 to 9999.", HelpName = "N" };
        Option<int?> rollover = new("--rollover") { Description = "The hour at which a study day begins, 0 to 23.", HelpName = "H" };
        Option<bool> json = CommonOptions.Json();
        Command command = new("settings", "Show or change the settings of the reviews. What is scheduled already keeps its date.") { retention, newPerDay, reviewsPerDay, rollover, json };
        command.SetAction(parsed =>
        {
            using GradusApplication application = Workplace.Open(shell);
            Preferences before = application.Reviews.Preferences;
            Preferences wanted = before with
            {
                DesiredRetention = parsed.GetValue(retention) ?? before.DesiredRetention,
                NewPerDay = parsed.GetValue(newPerDay) ?? before.NewPerDay,
                ReviewsPerDay = parsed.GetValue(reviewsPerDay) ?? before.ReviewsPerDay,
                RolloverHour = parsed.GetValue(rollover) ?? before.RolloverHour,
            };
            if (wanted != before)
            {
                try
                {
                    application.Reviews.Change(wanted);
                }
                catch (ArgumentException error)
                {
                    throw new UsageException(error.Message);
                }
            }

            int news = wanted.NewPerDay ?? Preferences.DefaultNewPerDay;
            int reviews = wanted.ReviewsPerDay ?? Preferences.DefaultReviewsPerDay;
            shell.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { wanted.DesiredRetention, NewPerDay = news, ReviewsPerDay = reviews, wanted.RolloverHour, wanted.MaximumInterval, wanted.Zone }, GradusJson.Options)
                : FormattableString.Invariant($"retention {wanted.DesiredRetention}, at most {news} new cards and {reviews} reviews a day, days begin at {wanted.RolloverHour}:00, longest interval {wanted.MaximumInterval} days, zone {wanted.Zone ?? "this machine's"}"));
            return ExitCodes.Done;
        });
        return command;
    }
}
