using Gradus.Hosting.Backups;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services.Authoring;
using Gradus.Hosting.Services.Library;
using Gradus.Hosting.Services.Mastery;
using Gradus.Hosting.Store;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>Everything that the terminal and the site work with, put together once.</summary>
public sealed class GradusApplication : IDisposable
{
    /// <summary>The name of the database in the home folder.</summary>
    public const string DatabaseName = "gradus.db";

    private readonly SqliteEventStore _store;
    private readonly BankShelf _shelf;
    private readonly SharedParts _parts;
    private readonly bool _ownsParts;
    private readonly bool _gradesOffline;
    private Lease? _lease;

    private GradusApplication(GradusOptions options, SqliteEventStore store, IdSource ids)
    {
        _store = store;
        Home = options.Home;
        _ownsParts = options.Shared is null;
        _parts = options.Shared ?? new SharedParts(options.Bank ?? Bank.Load(options.BankFolder), options.OfflineGrader);
        _shelf = new BankShelf(_parts.Bank, QuestionDesk.FolderOf(Home));
        IGrader grader = options.Grader ?? new BankGrader(_parts.Grader);
        _gradesOffline = options.Grader is null;
        Model = new ModelSettings(Home, options.LanguageModel, options.ModelIsOwners, grader, model => LanguageModelGrader.Connect(grader, model, options.Clock, (question, answer, kind, verdict) => Grader.Judge(question, answer, kind, verdict)));
        Workspace workspace = new(store, _shelf, () => Model.Grader, options.Clock, ids);
        AnswerDesk desk = new(workspace);
        Practice = new Practice(workspace, desk);
        Interviews = new Interviews(workspace, desk);
        Reviews = new Reviews(workspace);
        Memory = new ReviewMemory(workspace);
        Exchange = new ReviewExchange(workspace);
        History = new History(workspace);
        Backups = new BackupKeeper(store.Path, StoreMigration.Mark, options.Clock);
        Labs = new LabBench(workspace, options.Labs, _parts.Labs, queueIsShared: !_ownsParts);
        Mastery = new MasteryMap(workspace);
        Library = new QuestionLibrary(workspace, Mastery);
        Authoring = new QuestionDesk(_shelf, () => Grader, Labs.All.Select(lab => lab.Id), ids);
        OwnData = new OwnData(store, options.Clock, Authoring);
        Warnings = [.. Model.Fault is { } fault ? [fault] : Array.Empty<string>(), .. desk.GradeLeftOvers()];
    }

    /// <summary>Lets the grader learn the bank's words in the background, so that a person's first answer need not wait for it.</summary>
    /// <returns>What ends when it has.</returns>
    public Task WarmUp() => _gradesOffline ? _parts.WarmUp() : Task.CompletedTask;

    /// <summary>What went wrong at the start without keeping Gradus from working, a line each: answers that the grader fails on, a setting that cannot be read.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The folder that holds the person's state.</summary>
    public GradusHome Home { get; }

    /// <summary>The questions: those that are shipped, with the person's own over them.</summary>
    public Bank Bank => _shelf.Current;

    /// <summary>The grader that comes with Gradus, made when it is first used.</summary>
    public Grader Grader => _parts.Grader.Value;

    /// <summary>Single questions, answered and graded.</summary>
    public Practice Practice { get; }

    /// <summary>Whole interviews.</summary>
    public Interviews Interviews { get; }

    /// <summary>What comes back when.</summary>
    public Reviews Reviews { get; }

    /// <summary>What the person's own reviews say of their memory.</summary>
    public ReviewMemory Memory { get; }

    /// <summary>Reviews and cards to and from other programs.</summary>
    public ReviewExchange Exchange { get; }

    /// <summary>What happened.</summary>
    public History History { get; }

    /// <summary>Copies of the database.</summary>
    public BackupKeeper Backups { get; }

    /// <summary>The log and the person's own questions as a file.</summary>
    public OwnData OwnData { get; }

    /// <summary>Labs, run and recorded.</summary>
    public LabBench Labs { get; }

    /// <summary>What is known, what was done and what comes back.</summary>
    public MasteryMap Mastery { get; }

    /// <summary>The bank, searched by words and facets.</summary>
    public QuestionLibrary Library { get; }

    /// <summary>Questions of the person's own, edited and checked.</summary>
    public QuestionDesk Authoring { get; }

    /// <summary>The language model that grades, if there is one.</summary>
    public ModelSettings Model { get; }

    /// <summary>The database file.</summary>
    public string DatabasePath => _store.Path;

    /// <summary>Opens the store (made or migrated when needed), loads the bank and grades answers that a crash left ungraded.</summary>
    /// <param name="options">What to put together.</param>
    /// <returns>The application.</returns>
    /// <exception cref="StoreException">The database is corrupt, newer or not to be opened; it is left untouched.</exception>
    /// <exception cref="DirectoryNotFoundException">The bank's folder is not there.</exception>
    public static GradusApplication Open(GradusOptions options)
    {
        IdSource ids = new(options.Clock);
        SqliteEventStore store = SqliteEventStore.Open(Path.Combine(options.Home.Path, DatabaseName), options.Clock, ids);
        try
        {
            return new GradusApplication(options, store, ids);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Checks the database: the file, every event, and that what is derived from them can be derived; and the person's own question files.</summary>
    /// <returns>What is wrong; empty when all is well.</returns>
    public IReadOnlyList<string> Verify() => Verify(_store, Home);

    /// <summary>Checks the database of a home without anything around it: neither questions are read nor answers graded.</summary>
    /// <param name="home">The folder that holds the person's state.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The database file and what is wrong with it, empty when all is well; null where there is no database yet.</returns>
    /// <exception cref="StoreException">The database is corrupt, newer or not to be opened; it is left untouched.</exception>
    public static (string Database, IReadOnlyList<string> Problems)? Verify(GradusHome home, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(home);
        string database = Path.Combine(home.Path, DatabaseName);
        if (!File.Exists(database))
        {
            return null;
        }

        using SqliteEventStore store = SqliteEventStore.Open(database, clock, new IdSource(clock));
        return (store.Path, Verify(store, home));
    }

    private static IReadOnlyList<string> Verify(SqliteEventStore store, GradusHome home) =>
        [.. StoreVerifier.Verify(store), .. OwnQuestionFiles.Read(QuestionDesk.FolderOf(home)).Where(file => file.Problem is not null).Select(file => $"{file.Path}: {file.Problem!.TrimEnd('.')}")];

    /// <summary>The same application in the hands of somebody who may use it for a while: disposing of what is lent gives it back and closes nothing.</summary>
    /// <param name="giveBack">Is called once, when it is given back.</param>
    /// <returns>The application, lent.</returns>
    internal GradusApplication Lend(Action giveBack)
    {
        GradusApplication lent = (GradusApplication)MemberwiseClone();
        lent._lease = new Lease(giveBack);
        return lent;
    }

    /// <summary>Stops running labs and closes the store; one that is lent is given back instead.</summary>
    public void Dispose()
    {
        if (_lease is { } lease)
        {
            lease.End();
            return;
        }

        Labs.Dispose();
        if (_ownsParts)
        {
            _parts.Dispose();
        }

        _store.Dispose();
    }
}
