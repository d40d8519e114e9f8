using Gradus.Hosting.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Gradus.Hosting.Tests.Accounts;

/// <summary>The store as Identity uses it.</summary>
public sealed class AccountStoreTests
{
    [Fact]
    public async Task CreateAsync_NewName_IsFoundByIdAndByNameInAnyCase()
    {
        using AccountBench bench = new();
        Account made = await bench.AddAsync("Ada.Lovelace");

        Account? byName = await bench.Manager(bench.Another()).FindByNameAsync("ada.LOVELACE");
        Account? byId = await bench.Manager().FindByIdAsync(made.Id);

        Assert.Equal((made.Id, "Ada.Lovelace", bench.Clock.GetUtcNow()), (byName!.Id, byName.Name, byName.CreatedAt));
        Assert.Equal(made.SecurityStamp, byId!.SecurityStamp);
        Assert.NotEmpty(made.SecurityStamp);
        Assert.Null(await bench.Manager().FindByNameAsync("grace"));
    }

    [Fact]
    public async Task CreateAsync_Password_IsKeptHashed()
    {
        using AccountBench bench = new();
        Account account = await bench.AddAsync("ada");

        Assert.True(await bench.Manager().CheckPasswordAsync(account, AccountBench.Password));
        Assert.False(await bench.Manager().CheckPasswordAsync(account, "another password"));
        byte[] file = [.. File.ReadAllBytes(bench.Database.Path), .. File.ReadAllBytes(bench.Database.Path + "-wal")];
        Assert.True(file.AsSpan().IndexOf("ada"u8) >= 0);
        Assert.Equal(-1, file.AsSpan().IndexOf("correct horse"u8));
    }

    [Fact]
    public async Task CreateAsync_NameThatIsTaken_IsRefusedAlsoWhenBothWereChecked()
    {
        using AccountBench bench = new();
        await bench.AddAsync("ada");
        Account second = bench.Account("ADA");
        second.NormalizedName = "ADA";
        second.SecurityStamp = "stamp";

        IdentityResult checkedBefore = await bench.Manager().CreateAsync(bench.Account("Ada"), AccountBench.Password);
        IdentityResult atTheSameMoment = await bench.Store().CreateAsync(second, CancellationToken.None);

        Assert.Equal("DuplicateUserName", Assert.Single(checkedBefore.Errors).Code);
        Assert.Equal("DuplicateUserName", Assert.Single(atTheSameMoment.Errors).Code);
        Assert.Single(new AccountRegister(bench.Database).List());
    }

    [Fact]
    public async Task UpdateAsync_OlderState_IsRefusedAndChangesNothing()
    {
        using AccountBench bench = new();
        await bench.AddAsync("ada");
        UserManager<Account> here = bench.Manager(), there = bench.Manager(bench.Another());
        Account mine = (await here.FindByNameAsync("ada"))!, theirs = (await there.FindByNameAsync("ada"))!;

        IdentityResult first = await here.UpdateSecurityStampAsync(mine);
        IdentityResult second = await there.UpdateSecurityStampAsync(theirs);
        IdentityResult third = await here.UpdateSecurityStampAsync(mine);

        Assert.True(first.Succeeded);
        Assert.Equal("ConcurrencyFailure", Assert.Single(second.Errors).Code);
        Assert.True(third.Succeeded);
        Assert.Equal(mine.SecurityStamp, (await there.FindByNameAsync("ada"))!.SecurityStamp);
    }

    [Fact]
    public async Task AccessFailedAsync_FiveTimes_LocksAndForgetsTheCount()
    {
        using AccountBench bench = new();
        UserManager<Account> manager = bench.Manager();
        Account account = await bench.AddAsync("ada");

        for (int i = 0; i < manager.Options.Lockout.MaxFailedAccessAttempts; i++)
        {
            Assert.False(await manager.IsLockedOutAsync(account));
            Assert.True((await manager.AccessFailedAsync(account)).Succeeded);
        }

        Account stored = (await bench.Manager().FindByIdAsync(account.Id))!;
        Assert.True(await manager.IsLockedOutAsync(stored));
        Assert.Equal(0, stored.Failures);
        Assert.True((await manager.SetLockoutEndDateAsync(stored, null)).Succeeded);
        Assert.Null((await bench.Manager().FindByIdAsync(account.Id))!.LockedUntil);
    }

    [Fact]
    public async Task Passkeys_AddedUsedRemoved_KeepWhatIdentityGave()
    {
        using AccountBench bench = new();
        UserManager<Account> manager = bench.Manager();
        Account ada = await bench.AddAsync("ada"), grace = await bench.AddAsync("grace");
        UserPasskeyInfo passkey = Passkey([1, 2, 3], "Laptop");

        await manager.AddOrUpdatePasskeyAsync(ada, passkey);
        passkey.SignCount = 9;
        passkey.Name = "Old laptop";
        await manager.AddOrUpdatePasskeyAsync(ada, passkey);
        UserPasskeyInfo kept = Assert.Single(await bench.Manager(bench.Another()).GetPasskeysAsync(ada));

        Assert.Equal(("Old laptop", 9U, true, false, true), (kept.Name, kept.SignCount, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp));
        Assert.Equal([1, 2, 3], kept.CredentialId);
        Assert.Equal([4, 5], kept.PublicKey);
        Assert.Equal(["internal", "hybrid"], kept.Transports!);
        Assert.Equal([6], kept.AttestationObject);
        Assert.Equal([7], kept.ClientDataJson);
        Assert.Equal(ada.Id, (await manager.FindByPasskeyIdAsync([1, 2, 3]))!.Id);
        Assert.Null(await manager.FindByPasskeyIdAsync([1, 2]));
        Assert.Null(await manager.GetPasskeyAsync(grace, [1, 2, 3]));
        await manager.RemovePasskeyAsync(grace, [1, 2, 3]);
        Assert.NotNull(await manager.GetPasskeyAsync(ada, [1, 2, 3]));
        await manager.RemovePasskeyAsync(ada, [1, 2, 3]);
        Assert.Empty(await manager.GetPasskeysAsync(ada));
    }

    [Fact]
    public async Task AddOrUpdatePasskeyAsync_OfAnotherAccount_IsRefused()
    {
        using AccountBench bench = new();
        Account ada = await bench.AddAsync("ada"), grace = await bench.AddAsync("grace");
        await bench.Manager().AddOrUpdatePasskeyAsync(ada, Passkey([1], "Hers"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Manager().AddOrUpdatePasskeyAsync(grace, Passkey([1], "Mine")));

        Assert.Equal(ada.Id, (await bench.Manager().FindByPasskeyIdAsync([1]))!.Id);
    }

    [Fact]
    public async Task DeleteAsync_Account_TakesPasskeysTokensAndLinksAlong()
    {
        using AccountBench bench = new();
        UserManager<Account> manager = bench.Manager();
        Account ada = await bench.AddAsync("ada");
        await manager.AddOrUpdatePasskeyAsync(ada, Passkey([1], "Laptop"));
        ApiTokens tokens = new(bench.Database);
        string token = tokens.Create(ada.Id, "script");
        string reset = new AccountLinks(bench.Database).Reset(ada.Id, 1).Secret;

        Assert.True((await manager.DeleteAsync(ada)).Succeeded);

        Assert.Null(await manager.FindByIdAsync(ada.Id));
        Assert.Null(await manager.FindByPasskeyIdAsync([1]));
        Assert.Null(tokens.Use(token));
        Assert.Null(new AccountLinks(bench.Database).Find(reset));
        Assert.Equal([ada.Id], new AccountRegister(bench.Database).Leavers());
        Assert.False((await manager.DeleteAsync(ada)).Succeeded);
    }

    private static UserPasskeyInfo Passkey(byte[] id, string name) =>
        new(id, [4, 5], new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), 1, ["internal", "hybrid"], true, false, true, [6], [7]) { Name = name };
}
