using Gradus.Hosting.Accounts;
using Gradus.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Hosting.Tests.Accounts;

/// <summary>Identity's manager over the store, in a folder of its own, with a clock that stands still.</summary>
internal sealed class AccountBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<AccountDatabase> _databases = [];

    public AccountBench() => Database = Another();

    public const string Password = "correct horse battery";

    public FakeTimeProvider Clock { get; } = new();

    public AccountDatabase Database { get; }

    public GradusHome Home => new(_folder.Path);

    /// <summary>One more connection to the same file, as another process would open it.</summary>
    public AccountDatabase Another()
    {
        AccountDatabase database = AccountDatabase.Open(Home, Clock);
        _databases.Add(database);
        return database;
    }

    public AccountStore Store(AccountDatabase? database = null) => new(database ?? Database, new IdentityErrorDescriber());

    public UserManager<Account> Manager(AccountDatabase? database = null)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddScoped<IUserStore<Account>>(_ => Store(database));
        services.AddIdentityCore<Account>(options => options.Password.RequireDigit = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false);
        return services.BuildServiceProvider().CreateScope().ServiceProvider.GetRequiredService<UserManager<Account>>();
    }

    public Account Account(string name, LinkToken? uses = null) => new() { Id = Database.NewId(), Name = name, CreatedAt = Clock.GetUtcNow(), Uses = uses };

    public async Task<Account> AddAsync(string name)
    {
        Account account = Account(name);
        Assert.True((await Manager().CreateAsync(account, Password)).Succeeded);
        return account;
    }

    public void Dispose()
    {
        _databases.ForEach(database => database.Dispose());
        _folder.Dispose();
    }
}
