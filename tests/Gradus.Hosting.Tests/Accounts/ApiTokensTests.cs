using Gradus.Hosting.Accounts;

namespace Gradus.Hosting.Tests.Accounts;

public sealed class ApiTokensTests
{
    [Fact]
    public async Task Create_Token_NamesItsPersonUntilItIsRevoked()
    {
        using AccountBench bench = new();
        Account ada = await bench.AddAsync("ada"), grace = await bench.AddAsync("grace");
        ApiTokens tokens = new(bench.Database);

        string token = tokens.Create(ada.Id, " notebook ");
        ApiToken kept = Assert.Single(tokens.Of(ada.Id));

        Assert.StartsWith(ApiTokens.Prefix, token, StringComparison.Ordinal);
        Assert.Equal(("notebook", bench.Clock.GetUtcNow(), (DateTimeOffset?)null), (kept.Name, kept.CreatedAt, kept.UsedAt));
        Assert.Equal(ada.Id, tokens.Use(token));
        Assert.Equal(bench.Clock.GetUtcNow(), Assert.Single(tokens.Of(ada.Id)).UsedAt);
        Assert.False(tokens.Revoke(grace.Id, kept.Id));
        Assert.Equal(ada.Id, tokens.Use(token));
        Assert.True(tokens.Revoke(ada.Id, kept.Id));
        Assert.Null(tokens.Use(token));
    }

    [Fact]
    public async Task Use_ManyTimesWithinAnHour_WritesOnce()
    {
        using AccountBench bench = new();
        Account ada = await bench.AddAsync("ada");
        ApiTokens tokens = new(bench.Database);
        string token = tokens.Create(ada.Id, "script");
        DateTimeOffset first = bench.Clock.GetUtcNow();
        tokens.Use(token);

        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        tokens.Use(token);
        Assert.Equal(first, Assert.Single(tokens.Of(ada.Id)).UsedAt);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        tokens.Use(token);

        Assert.Equal(bench.Clock.GetUtcNow(), Assert.Single(tokens.Of(ada.Id)).UsedAt);
    }

    [Fact]
    public async Task Create_TooManyOrWithoutAName_IsRefused()
    {
        using AccountBench bench = new();
        Account ada = await bench.AddAsync("ada");
        ApiTokens tokens = new(bench.Database);
        for (int i = 0; i < ApiTokens.MostEach; i++)
        {
            tokens.Create(ada.Id, $"token {i}");
        }

        Assert.Contains("20 tokens already", Assert.Throws<ArgumentException>(() => tokens.Create(ada.Id, "one more")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tokens.Create(ada.Id, " "));
        Assert.Throws<ArgumentException>(() => tokens.Create(ada.Id, new string('x', 61)));
        Assert.Equal(ApiTokens.MostEach, tokens.Of(ada.Id).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gradus_")]
    [InlineData("gradus_nothing")]
    public async Task Use_WhatIsNoToken_IsNobodys(string token)
    {
        using AccountBench bench = new();
        new ApiTokens(bench.Database).Create((await bench.AddAsync("ada")).Id, "script");

        Assert.Null(new ApiTokens(bench.Database).Use(token));
    }
}
