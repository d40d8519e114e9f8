using Gradus.Hosting.Accounts;
using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Accounts;

public sealed class PeopleTests
{
    [Fact]
    public async Task Borrow_TwoPeople_HaveHomesOfTheirOwnOverOneBank()
    {
        using Site site = new();
        (string ada, string grace) = (await site.AddAsync("ada"), await site.AddAsync("grace"));

        using GradusApplication hers = site.People.Borrow(ada), other = site.People.Borrow(grace);
        hers.Practice.Answer("question-1", "p1 p2", TimeSpan.FromSeconds(9));
        hers.Practice.SaveDraft("question:question-2", "half");

        Assert.Equal(Path.Combine(site.Folder, "people", ada, "gradus.db"), hers.DatabasePath);
        Assert.Single(hers.History.Recent());
        Assert.Empty(other.History.Recent());
        Assert.Null(other.Practice.LoadDraft("question:question-2"));
        Assert.Same(hers.Bank, other.Bank);
        Assert.Same(hers.Grader, other.Grader);
    }

    [Fact]
    public async Task Borrow_SamePersonTwice_IsOneApplicationUntilBothAreGivenBack()
    {
        using Site site = new();
        string ada = await site.AddAsync("ada");
        GradusApplication first = site.People.Borrow(ada), second = site.People.Borrow(ada);

        first.Dispose();
        first.Dispose();
        site.Clock.Advance(People.Patience * 2);
        site.Sweep();

        Assert.Same(first.Practice, second.Practice);
        Assert.Equal(1, site.People.OpenCount);
        second.Practice.Answer("question-1", "p1", TimeSpan.Zero);
        second.Dispose();
        site.Clock.Advance(People.Patience - TimeSpan.FromSeconds(1));
        site.Sweep();
        Assert.Equal(1, site.People.OpenCount);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        site.Sweep();
        Assert.Equal(0, site.People.OpenCount);
        using GradusApplication again = site.People.Borrow(ada);
        Assert.Single(again.History.Recent());
    }

    [Fact]
    public async Task Sweep_IdleAndOpenPeople_HaveBackups()
    {
        using Site site = new();
        (string idle, string busy) = (await site.AddAsync("ada"), await site.AddAsync("grace"));
        using (GradusApplication application = site.People.Borrow(idle))
        {
            application.Practice.Answer("question-1", "p1", TimeSpan.Zero);
        }

        using GradusApplication open = site.People.Borrow(busy);
        open.Practice.Answer("question-1", "p1", TimeSpan.Zero);
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        site.Sweep();

        Assert.Single(Directory.GetFiles(Path.Combine(site.Folder, "people", idle, "backups")));
        Assert.Single(Directory.GetFiles(Path.Combine(site.Folder, "people", busy, "backups")));
        Assert.Single(site.People.Database.Backups.All);
        Assert.Equal(1, site.People.OpenCount);
    }

    [Fact]
    public async Task Remove_PersonAtWork_LosesTheFolderWhenTheWorkEnds()
    {
        using Site site = new();
        (string ada, string grace) = (await site.AddAsync("ada"), await site.AddAsync("grace"));
        site.People.Borrow(grace).Dispose();
        GradusApplication atWork = site.People.Borrow(ada);
        string folder = Path.GetDirectoryName(atWork.DatabasePath)!;

        Assert.True(site.People.Remove(ada));
        Assert.True(Directory.Exists(folder));
        atWork.Practice.Answer("question-1", "p1", TimeSpan.Zero);
        atWork.Dispose();
        Assert.False(Directory.Exists(folder));
        site.Sweep();

        Assert.Empty(site.People.Register.Leavers());
        Assert.False(site.People.Remove(ada));
        Assert.True(Directory.Exists(Path.Combine(site.Folder, "people", grace)));
        Assert.Equal("grace", Assert.Single(site.People.Register.List()).Name);
    }

    [Fact]
    public async Task Sweep_AccountTakenAwayByTheTerminal_ClosesAndStrikesOff()
    {
        using Site site = new();
        string ada = await site.AddAsync("ada");
        site.People.Borrow(ada).Dispose();
        using AccountDatabase terminal = AccountDatabase.Open(new GradusHome(site.Folder), site.Clock);

        new AccountRegister(terminal).Remove(ada);
        site.Sweep();
        site.Sweep();

        Assert.Equal(0, site.People.OpenCount);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "people", ada)));
        Assert.Empty(site.People.Register.Leavers());
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../people")]
    [InlineData("a/b")]
    [InlineData("")]
    public void HomeOf_WhatIsNoId_IsRefused(string id)
    {
        Assert.Throws<ArgumentException>(() => People.HomeOf(new GradusHome(Path.GetTempPath()), id));
    }

    [Fact]
    public async Task Model_OfTheSitesHome_GradesForAllAndIsNobodysToChange()
    {
        using TemporaryFolder folder = new();
        using Workbench owner = new();
        owner.Application.Model.Save("http://127.0.0.1:9/v1", "small", "very-secret", 60);
        File.Copy(Path.Combine(owner.Folder, ModelSettings.FileName), folder.Combine(ModelSettings.FileName));
        using Site site = new(folder.Path);
        string ada = await site.AddAsync("ada");
        Directory.CreateDirectory(Path.Combine(folder.Path, "people", ada));
        File.WriteAllText(Path.Combine(folder.Path, "people", ada, ModelSettings.FileName), """{"address":"http://10.0.0.1/v1","model":"hers"}""");

        using GradusApplication application = site.People.Borrow(ada);

        Assert.Equal("small", application.Model.Current!.Model);
        Assert.True(application.Model.IsOwners);
        Assert.Throws<OwnersSettingException>(() => application.Model.Save("http://10.0.0.1/v1", "hers", null, null));
        Assert.Throws<OwnersSettingException>(application.Model.Clear);
        AnswerRecord answer = application.Practice.Answer("question-1", "principle", TimeSpan.Zero);
        string notice = Assert.Single(answer.Verdict!.Notices);
        Assert.Contains("small could not be asked", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_NoneOfTheOwners_IsNotReadFromAPersonsHome()
    {
        using Site site = new();
        string ada = await site.AddAsync("ada");
        Directory.CreateDirectory(Path.Combine(site.Folder, "people", ada));
        File.WriteAllText(Path.Combine(site.Folder, "people", ada, ModelSettings.FileName), """{"address":"http://10.0.0.1/v1","model":"hers"}""");

        using GradusApplication application = site.People.Borrow(ada);

        Assert.Null(application.Model.Current);
    }

    private sealed class Site : IDisposable
    {
        private readonly TemporaryFolder? _own;

        public Site(string? folder = null)
        {
            _own = folder is null ? new TemporaryFolder() : null;
            Folder = folder ?? _own!.Path;
            People = People.Open(new GradusOptions { Home = new GradusHome(Folder), BankFolder = "", Bank = Workbench.MakeBank(), Grader = new WordGrader(), Clock = Clock, Labs = [] });
        }

        public string Folder { get; }

        public FakeTimeProvider Clock { get; } = new();

        public People People { get; }

        public async Task<string> AddAsync(string name)
        {
            Account account = new() { Id = People.Database.NewId(), Name = name, NormalizedName = name.ToUpperInvariant(), SecurityStamp = "stamp" };
            Assert.True((await new AccountStore(People.Database, new Microsoft.AspNetCore.Identity.IdentityErrorDescriber()).CreateAsync(account, CancellationToken.None)).Succeeded);
            return account.Id;
        }

        public void Sweep() => People.Sweep(error => Assert.Fail(error.ToString()));

        public void Dispose()
        {
            People.Dispose();
            _own?.Dispose();
        }
    }
}
