using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Accounts;

/// <summary>The people of a site: the accounts, and for each person an application over a home of their own, made when it is first needed and closed again after a while.</summary>
/// <remarks>
/// A person's home is <c>people/ID</c> in the site's home and looks like any home. What is heavy, the shipped bank with the grader that has learned it, is held once.
/// The labs of all wait in one queue. The language model is the owner's: set in the site's home or by the environment.
/// </remarks>
public sealed class People : IDisposable
{
    /// <summary>The name of the folder of everybody's homes in the site's home.</summary>
    public const string FolderName = "people";

    private readonly Lock _lock = new();
    private readonly Lock _sweeping = new();
    private readonly Dictionary<string, Resident> _open = new(StringComparer.Ordinal);
    private readonly GradusOptions _template;
    private readonly SharedParts _parts;
    private readonly List<string> _warnings = [];
    private DateTimeOffset _backedUp;
    private volatile bool _disposed;

    private People(GradusOptions options, AccountDatabase database, SharedParts parts)
    {
        Home = options.Home;
        Database = database;
        Register = new AccountRegister(database);
        _parts = parts;
        _template = options with { Shared = parts, Bank = null, ModelIsOwners = true, LanguageModel = options.LanguageModel ?? OwnersModel(options.Home) };
        _backedUp = options.Clock.GetUtcNow();
    }

    /// <summary>How long an application that nobody uses stays open.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The site's home.</summary>
    public GradusHome Home { get; }

    /// <summary>Who may use the site.</summary>
    public AccountDatabase Database { get; }

    /// <summary>Who has an account.</summary>
    public AccountRegister Register { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock => _template.Clock;

    /// <summary>What went wrong at the start without keeping the site from working, a line each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>How many applications are open.</summary>
    public int OpenCount
    {
        get
        {
            lock (_lock)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Opens the accounts, made when there are none, and loads what all people share.</summary>
    /// <param name="options">As for an application of one person; its home is the site's.</param>
    /// <returns>The people.</returns>
    /// <exception cref="StoreException">The database of accounts is corrupt, newer or not to be opened; it is left untouched.</exception>
    /// <exception cref="DirectoryNotFoundException">The bank's folder is not there.</exception>
    public static People Open(GradusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SharedParts parts = new(options.Bank ?? Bank.Load(options.BankFolder), options.OfflineGrader);
        AccountDatabase database = AccountDatabase.Open(options.Home, options.Clock);
        try
        {
            return new People(options, database, parts);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The home of a person in the home of a site.</summary>
    /// <param name="site">The site's home.</param>
    /// <param name="id">The account's id.</param>
    /// <returns>The home; the folder need not exist.</returns>
    public static GradusHome HomeOf(GradusHome site, string id)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentException.ThrowIfNullOrEmpty(id);
        return id.All(char.IsAsciiLetterOrDigit)
            ? new GradusHome(Path.Combine(site.Path, FolderName, id))
            : throw new ArgumentException($"'{id}' is no id of an account; it is made of letters and digits.", nameof(id));
    }

    /// <summary>Lets the grader learn the bank's words in the background.</summary>
    /// <returns>What ends when it has.</returns>
    public Task WarmUp() => _template.Grader is null ? _parts.WarmUp() : Task.CompletedTask;

    /// <summary>A person's application, opened when it is not open yet. Dispose of it to give it back; as long as it is out, it is not closed.</summary>
    /// <param name="id">The account's id.</param>
    /// <returns>The application.</returns>
    /// <exception cref="StoreException">The person's database cannot be used; it is left untouched.</exception>
    public GradusApplication Borrow(string id)
    {
        Resident resident;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_open.TryGetValue(id, out Resident? there))
            {
                GradusHome home = HomeOf(Home, id);
                there = new Resident(id, new Lazy<GradusApplication>(() => GradusApplication.Open(_template with { Home = home })), Clock.GetUtcNow());
                _open.Add(id, there);
            }

            resident = there;
            resident.Users++;
        }

        try
        {
            return resident.Application.Value.Lend(() => GiveBack(resident));
        }
        catch
        {
            // The next one tries anew, when the disk has room again.
            lock (_lock)
            {
                resident.Users--;
                if (_open.TryGetValue(id, out Resident? there) && there == resident)
                {
                    _open.Remove(id);
                }
            }

            throw;
        }
    }

    /// <summary>Takes an account away, and the folder with everything that the person did, as soon as nobody works with it.</summary>
    /// <param name="id">The account's id.</param>
    /// <returns>Whether there was such an account.</returns>
    public bool Remove(string id)
    {
        bool removed = Register.Remove(id);
        Guarded(StrikeOff, TellLater);
        return removed;
    }

    /// <summary>What is to be done from time to time: closes applications that nobody uses, makes backups, and strikes off those whose account is gone.</summary>
    /// <param name="failed">Is told of what could not be done; the rest is done all the same.</param>
    public void Sweep(Action<Exception> failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        lock (_sweeping)
        {
            if (!_disposed)
            {
                SweepNow(failed);
            }
        }
    }

    /// <summary>Sweeps every minute until it is cancelled or these people are disposed of.</summary>
    /// <param name="failed">Is told of what could not be done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What ends when it was cancelled.</returns>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMinutes(1), Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false) && !_disposed)
            {
                Sweep(failed);
            }
        }
        catch (OperationCanceledException)
        {
            // The end that was asked for.
        }
    }

    /// <summary>Closes everything.</summary>
    public void Dispose()
    {
        Resident[] open;
        lock (_sweeping)
        {
            lock (_lock)
            {
                if (_disposed)
                {
                    return;
                }

                _disposed = true;
                open = [.. _open.Values];
                _open.Clear();
            }
        }

        foreach (Resident resident in open.Where(resident => resident.Application.IsValueCreated))
        {
            resident.Application.Value.Dispose();
        }

        _parts.Dispose();
        Database.Dispose();
    }

    private void SweepNow(Action<Exception> failed)
    {
        DateTimeOffset now = Clock.GetUtcNow();
        Guarded(StrikeOff, failed);
        foreach (Resident resident in TakeIdle(now))
        {
            Guarded(() => resident.Application.Value.Backups.BackUp(), failed);
            resident.Application.Value.Dispose();
        }

        if (now - _backedUp >= Backups.BackupKeeper.Interval)
        {
            _backedUp = now;
            Guarded(() => Database.Backups.BackUp(), failed);
            string[] open;
            lock (_lock)
            {
                open = [.. _open.Keys];
            }

            foreach (string id in open)
            {
                Guarded(
                    () =>
                    {
                        using GradusApplication application = Borrow(id);
                        application.Backups.BackUp();
                    },
                    failed);
            }
        }
    }

    private static void Guarded(Action act, Action<Exception> failed)
    {
        try
        {
            act();
        }
        catch (Exception error) when (error is StoreException or IOException or UnauthorizedAccessException)
        {
            failed(error);
        }
    }

    // Leavers stay on the list until nothing is left of them: the next sweep tries again, and tells.
    private static void TellLater(Exception error)
    {
    }

    private void GiveBack(Resident resident)
    {
        bool close;
        lock (_lock)
        {
            resident.Users--;
            resident.LastUsed = Clock.GetUtcNow();
            close = resident is { IsLeaving: true, Users: 0 };
            if (close)
            {
                _open.Remove(resident.Id);
            }
        }

        if (close)
        {
            resident.Application.Value.Dispose();
            Guarded(StrikeOff, TellLater);
        }
    }

    private List<Resident> TakeIdle(DateTimeOffset now)
    {
        lock (_lock)
        {
            List<Resident> idle = [.. _open.Values.Where(resident =>
                resident.Users == 0 && resident.Application.IsValueCreated && now - resident.LastUsed >= Patience && !resident.Application.Value.Labs.Busy)];
            idle.ForEach(resident => _open.Remove(resident.Id));
            return idle;
        }
    }

    // Someone who has left may still be at work in another request, or in a program that has the files open: what cannot be done now is done at a later sweep.
    private void StrikeOff()
    {
        foreach (string id in Register.Leavers())
        {
            if (!TryClose(id))
            {
                continue;
            }

            string folder = HomeOf(Home, id).Path;
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
            else
            {
                Register.Forget(id);
            }
        }
    }

    private bool TryClose(string id)
    {
        Resident? resident;
        lock (_lock)
        {
            if (!_open.TryGetValue(id, out resident))
            {
                return true;
            }

            if (resident.Users > 0)
            {
                resident.IsLeaving = true;
                return false;
            }

            _open.Remove(id);
        }

        resident.Application.Value.Dispose();
        return true;
    }

    private LanguageModelOptions? OwnersModel(GradusHome home)
    {
        try
        {
            return ModelSettings.Read(home);
        }
        catch (InvalidDataException error)
        {
            _warnings.Add(error.Message);
            return null;
        }
    }

    private sealed class Resident(string id, Lazy<GradusApplication> application, DateTimeOffset since)
    {
        public string Id => id;

        public Lazy<GradusApplication> Application => application;

        public int Users { get; set; }

        public DateTimeOffset LastUsed { get; set; } = since;

        public bool IsLeaving { get; set; }
    }
}
