using System.Text.Json;
using Gradus.Hosting;
using Gradus.Hosting.Accounts;
using Gradus.Testing;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Cli.Tests.Commands;

public sealed class AccountCommandTests
{
    [Fact]
    public async Task Invite_SiteNeverStarted_AsksForItsAddress()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "account", "invite");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--site", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_WithAnAddress_PrintsALinkThatIsGood()
    {
        using TestShell shell = new();

        CommandResult text = await shell.RunAsync("", "account", "invite", "--site", "https://class.example.org/");
        CommandResult json = await shell.RunAsync("", "account", "invite", "--site", "https://class.example.org", "--days", "1", "--json");

        const string start = "https://class.example.org/invite/";
        Assert.StartsWith(start, text.StandardOutput, StringComparison.Ordinal);
        using AccountDatabase database = Database(shell);
        AccountLinks links = new(database);
        Assert.NotNull(links.Find(text.StandardOutput.Trim()[start.Length..]));
        Assert.NotNull(links.Find(JsonDocument.Parse(json.StandardOutput).RootElement.GetProperty("link").GetString()![start.Length..]));
    }

    [Theory]
    [InlineData("invite", "--site", "class.example.org")]
    [InlineData("invite", "--site", "https://class.example.org", "--days", "0")]
    [InlineData("invite", "--site", "https://class.example.org", "--days", "400")]
    [InlineData("remove", "nobody")]
    [InlineData("reset", "nobody")]
    public async Task Account_WhatCannotBeDone_IsOneLineAndExit2(params string[] arguments)
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", ["account", .. arguments]);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Single(result.StandardError.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task ListResetRemove_OfAPerson_WorkOnTheFilesOfTheSite()
    {
        using TestShell shell = new();
        string id = await AddAsync(shell, "Ada");
        string folder = shell.Home.Combine("people", id);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "gradus.db"), "", TestContext.Current.CancellationToken);

        CommandResult list = await shell.RunAsync("", "account", "list");
        CommandResult json = await shell.RunAsync("", "account", "list", "--json");
        CommandResult reset = await shell.RunAsync("", "account", "reset", "ada", "--site", "http://localhost:5180");
        CommandResult removed = await shell.RunAsync("", "account", "remove", "ADA");
        CommandResult none = await shell.RunAsync("", "account", "list");

        Assert.Contains($"Ada: since ", list.StandardOutput, StringComparison.Ordinal);
        Assert.Contains(id, list.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("Ada", JsonDocument.Parse(json.StandardOutput).RootElement.GetProperty("name").GetString());
        Assert.StartsWith("http://localhost:5180/reset/", reset.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("Ada: the account and its data are deleted.\n", removed.StandardOutput);
        Assert.False(Directory.Exists(folder));
        Assert.StartsWith("There are no accounts", none.StandardOutput, StringComparison.Ordinal);
    }

    private static AccountDatabase Database(TestShell shell) => AccountDatabase.Open(new GradusHome(shell.Home.Path), TimeProvider.System);

    private static async Task<string> AddAsync(TestShell shell, string name)
    {
        using AccountDatabase database = Database(shell);
        Account account = new() { Id = database.NewId(), Name = name, NormalizedName = name.ToUpperInvariant(), SecurityStamp = "stamp", CreatedAt = database.Now };
        Assert.True((await new AccountStore(database, new IdentityErrorDescriber()).CreateAsync(account, CancellationToken.None)).Succeeded);
        return account.Id;
    }
}
