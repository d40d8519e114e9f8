using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Json;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus account</c>: who may use a site with accounts. It works while the site runs.</summary>
internal static class AccountCommand
{
    private const int InviteDays = 7;
    private const int ResetDays = 2;

    public static Command Create(Shell shell) =>
        new("account", "Who may use a site with accounts: invite, list, remove, reset a password. Works while the site runs.") { Invite(shell), List(shell), Remove(shell), Reset(shell) };

    private static Command Invite(Shell shell)
    {
        Option<int> days = CommonOptions.Number("--days", "For how many days the link is good.", InviteDays, 1, AccountLinks.MostDays);
        Option<string?> site = Site();
        Option<bool> json = CommonOptions.Json();
        Command command = new("invite", "Print a link that makes one account, once.") { days, site, json };
        command.SetAction(parsed =>
        {
            using AccountDatabase database = Open(shell);
            string address = Address(database, parsed.GetValue(site));
            (string secret, DateTimeOffset expires) = new AccountLinks(database).Invite(parsed.GetValue(days));
            Print(shell, parsed.GetValue(json), address + AccountLinks.InvitePath + secret, expires);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Reset(Shell shell)
    {
        Argument<string> name = Name();
        Option<int> days = CommonOptions.Number("--days", "For how many days the link is good.", ResetDays, 1, AccountLinks.MostDays);
        Option<string?> site = Site();
        Option<bool> json = CommonOptions.Json();
        Command command = new("reset", "Print a link that sets a new password, once; the old one is good until then.") { name, days, site, json };
        command.SetAction(parsed =>
        {
            using AccountDatabase database = Open(shell);
            AccountEntry account = new AccountRegister(database).Find(parsed.GetValue(name)!);
            string address = Address(database, parsed.GetValue(site));
            (string secret, DateTimeOffset expires) = new AccountLinks(database).Reset(account.Id, parsed.GetValue(days));
            Print(shell, parsed.GetValue(json), address + AccountLinks.ResetPath + secret, expires);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command List(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the accounts.") { json };
        command.SetAction(parsed =>
        {
            using AccountDatabase database = Open(shell);
            IReadOnlyList<AccountEntry> accounts = new AccountRegister(database).List();
            foreach (AccountEntry account in accounts)
            {
                shell.Out.WriteLine(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(account, GradusJson.Options)
                    : string.Create(CultureInfo.InvariantCulture, $"{account.Name}: since {account.CreatedAt:yyyy-MM-dd}, {(account.SignedInAt is { } at ? $"signed in last on {at:yyyy-MM-dd}" : "never signed in")}, passkeys {account.Passkeys}, tokens {account.Tokens}, data in {Path.Combine(People.FolderName, account.Id)}"));
            }

            if (accounts.Count == 0 && !parsed.GetValue(json))
            {
                shell.Out.WriteLine("There are no accounts; 'gradus account invite' prints a link that makes one.");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Remove(Shell shell)
    {
        Argument<string> name = Name();
        Command command = new("remove", "Delete an account and all of its data, at once.") { name };
        command.SetAction(parsed =>
        {
            using AccountDatabase database = Open(shell);
            AccountRegister register = new(database);
            AccountEntry account = register.Find(parsed.GetValue(name)!);
            register.Remove(account.Id);
            try
            {
                string folder = People.HomeOf(GradusHome.Find(shell.Environment), account.Id).Path;
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                shell.Out.WriteLine($"{account.Name}: the account and its data are deleted.");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The person may be at work at this moment.
                shell.Out.WriteLine($"{account.Name}: the account is deleted; the site deletes what is left of its data within minutes, or when it starts ({error.Message.ReplaceLineEndings(" ")}).");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { HelpName = "NAME", Description = "The account's name; 'gradus account list' lists them." };

    private static Option<string?> Site() => new("--site") { Description = "The address that the link begins with; when left out, the one that the site was started with last.", HelpName = "ADDRESS" };

    private static AccountDatabase Open(Shell shell) => AccountDatabase.Open(GradusHome.Find(shell.Environment), shell.Clock);

    private static string Address(AccountDatabase database, string? given) => given switch
    {
        null => database.SiteAddress ?? throw new UsageException("the site has not been started with accounts yet; start it, such as with 'gradus --accounts', or give its address with --site."),
        _ when Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" => address.GetLeftPart(UriPartial.Authority),
        _ => throw new UsageException($"--site got '{given}', needed an address such as https://class.example.org."),
    };

    private static void Print(Shell shell, bool json, string link, DateTimeOffset expires)
    {
        if (json)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(new { Link = link, Expires = expires }, GradusJson.Options));
            return;
        }

        shell.Out.WriteLine(link);
        shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It works once, until {expires:yyyy-MM-dd HH:mm} UTC. Whoever has it can use it: send it to one person alone."));
    }
}
