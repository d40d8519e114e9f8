using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Hosting.Tests.Accounts;

public sealed class AccountLinksTests
{
    [Fact]
    public async Task Invitation_Used_MakesOneAccountAndNoSecond()
    {
        using AccountBench bench = new();
        AccountLinks links = new(bench.Database);
        string secret = links.Invite(7).Secret;
        LinkToken link = links.Find(secret)!;

        // Both looked the link up before either used it.
        IdentityResult first = await bench.Manager().CreateAsync(bench.Account("ada", link), AccountBench.Password);
        IdentityResult second = await bench.Manager(bench.Another()).CreateAsync(bench.Account("grace", link), AccountBench.Password);

        Assert.True(first.Succeeded);
        Assert.Equal(AccountStore.LinkUsedUp, Assert.Single(second.Errors).Code);
        Assert.Equal("ada", Assert.Single(new AccountRegister(bench.Database).List()).Name);
        Assert.Null(links.Find(secret));
    }

    [Fact]
    public async Task Invitation_OfAnAccountThatIsRefused_IsNotUsedUp()
    {
        using AccountBench bench = new();
        await bench.AddAsync("ada");
        AccountLinks links = new(bench.Database);
        string secret = links.Invite(7).Secret;
        Account taken = bench.Account("ada", links.Find(secret));
        taken.NormalizedName = "ADA";
        taken.SecurityStamp = "stamp";

        IdentityResult refused = await bench.Store().CreateAsync(taken, CancellationToken.None);

        Assert.False(refused.Succeeded);
        Assert.NotNull(links.Find(secret));
    }

    [Fact]
    public async Task Invitation_AfterItsDays_OpensNothing()
    {
        using AccountBench bench = new();
        AccountLinks links = new(bench.Database);
        (string secret, DateTimeOffset expires) = links.Invite(3);
        LinkToken link = links.Find(secret)!;

        bench.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.NotNull(links.Find(secret));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        IdentityResult late = await bench.Manager().CreateAsync(bench.Account("ada", link), AccountBench.Password);

        Assert.Equal(bench.Clock.GetUtcNow(), expires);
        Assert.Null(links.Find(secret));
        Assert.Equal(AccountStore.LinkUsedUp, Assert.Single(late.Errors).Code);
        Assert.Empty(new AccountRegister(bench.Database).List());
    }

    [Fact]
    public async Task Reset_AskedForTwice_MakesTheFirstVoidAndLeavesInvitations()
    {
        using AccountBench bench = new();
        Account ada = await bench.AddAsync("ada"), grace = await bench.AddAsync("grace");
        AccountLinks links = new(bench.Database);
        string invitation = links.Invite(7).Secret, hers = links.Reset(grace.Id, 1).Secret, first = links.Reset(ada.Id, 1).Secret;

        string second = links.Reset(ada.Id, 1).Secret;

        Assert.Null(links.Find(first));
        Assert.Equal(ada.Id, links.Find(second)!.AccountId);
        Assert.Equal(grace.Id, links.Find(hers)!.AccountId);
        Assert.Null(links.Find(invitation)!.AccountId);
    }

    [Fact]
    public async Task Reset_Used_TakesTheTokensAway()
    {
        using AccountBench bench = new();
        Account ada = await bench.AddAsync("ada");
        ApiTokens tokens = new(bench.Database);
        string token = tokens.Create(ada.Id, "script");
        AccountLinks links = new(bench.Database);
        ada.Uses = links.Find(links.Reset(ada.Id, 1).Secret);

        IdentityResult used = await bench.Manager().UpdateSecurityStampAsync(ada);

        Assert.True(used.Succeeded);
        Assert.Null(tokens.Use(token));
    }

    [Fact]
    public void Secrets_InTheFile_AreHashes()
    {
        using AccountBench bench = new();

        string secret = new AccountLinks(bench.Database).Invite(7).Secret;

        byte[] file = [.. File.ReadAllBytes(bench.Database.Path), .. File.ReadAllBytes(bench.Database.Path + "-wal")];
        Assert.Equal(-1, file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)));
        Assert.True(file.AsSpan().IndexOf(Secret.Hash(secret)) >= 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("' OR 1=1 --")]
    public void Find_WhatIsNoLink_IsNull(string secret)
    {
        using AccountBench bench = new();
        AccountLinks links = new(bench.Database);
        links.Invite(7);

        Assert.Null(links.Find(secret));
        Assert.Null(links.Find(new string('x', 100_000)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void Invite_DaysOutOfRange_AreRefused(int days)
    {
        using AccountBench bench = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => new AccountLinks(bench.Database).Invite(days));
    }
}
