using Dapper;
using Gradus.Hosting.Services.Authoring;
using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Backups;

/// <summary>The person's own data as a file: the whole log and the question files of their own out, and back in.</summary>
public sealed class OwnData
{
    private readonly SqliteEventStore _store;
    private readonly TimeProvider _clock;
    private readonly QuestionDesk _desk;

    internal OwnData(SqliteEventStore store, TimeProvider clock, QuestionDesk desk)
    {
        _store = store;
        _clock = clock;
        _desk = desk;
    }

    /// <summary>Writes the log and the question files: JSON, one object a line, with a checksum at the end.</summary>
    /// <param name="target">Where it goes.</param>
    /// <returns>How many events and how many files it holds.</returns>
    /// <exception cref="InvalidDataException">A question file could not be taken in anywhere; the message names it. Nothing was written.</exception>
    public (int Events, int Files) Export(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArchiveContent content = new(Rows(), Files());
        EventArchive.Write(content, _clock.GetUtcNow(), target);
        return (content.Events.Count, content.Files.Count);
    }

    /// <summary>
    /// Reads what was exported and adds what is not here yet: all of it, or nothing. A question file that is here with another text gives way to a newer one; a newer
    /// or equal one stays.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="name">Its name for errors.</param>
    /// <returns>What was added.</returns>
    /// <exception cref="InvalidDataException">It is no export, is damaged, or contradicts what is here; the message names the line or the event. Nothing was changed.</exception>
    public ImportResult Import(Stream source, string name)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArchiveContent content = EventArchiveReader.Read(source, name);
        IReadOnlyList<ArchivedEvent> coming = content.Events;
        while (true)
        {
            IReadOnlyList<ArchivedEvent> here = Rows();
            IReadOnlyList<ArchivedEvent> added = Merge(here, coming, name);
            IReadOnlyList<string> before = StoreVerifier.Check(Logged(here));
            if (StoreVerifier.Check(Logged([.. here, .. added])).Except(before).FirstOrDefault() is { } problem)
            {
                throw new InvalidDataException($"{name}: together with what is here it would not hold: {problem}. Nothing was imported.");
            }

            if (added.Count == 0 || _store.TryInsert(added, here.Count))
            {
                ArchivedFile[] taken = [.. content.Files.Where(IsNews)];
                return new ImportResult(added.Count, coming.Count - added.Count, taken.Length, content.Files.Count - taken.Length, [.. taken.SelectMany(Take)]);
            }
        }
    }

    private List<ArchivedFile> Files() => [.. OwnQuestionFiles.Read(_desk.Folder).Select(file => file.Problem is { } problem
        ? throw new InvalidDataException($"{file.Path}: {problem.TrimEnd('.')}. Mend the file or take it out of the folder, then export again; nothing was exported.")
        : ArchivedFile.Of(file.Name, file.ModifiedAt, file.Text))];

    private bool IsNews(ArchivedFile coming)
    {
        string id = OwnQuestionFiles.IdOf(coming.Name);
        return OwnQuestionFiles.Read(_desk.Folder).FirstOrDefault(file => OwnQuestionFiles.IdOf(file.Name) == id) is not { Path: not null } here
            || (here.Text != coming.Text && here.ModifiedAt.ToUnixTimeMilliseconds() < coming.ModifiedAt);
    }

    private IEnumerable<string> Take(ArchivedFile file)
    {
        string id = OwnQuestionFiles.IdOf(file.Name);
        AuthorCheck check = _desk.Check(id, file.Text);
        try
        {
            _desk.Take(file.Name, file.Text, DateTimeOffset.FromUnixTimeMilliseconds(file.ModifiedAt));
        }
        catch (AuthoringException error)
        {
            throw new IOException($"The log is imported, but the question file {file.Name} could not be stored: {error.Message.TrimEnd('.')}. Mend that and import the file again; what is here is passed over.", error);
        }

        return check.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Take(1).Select(issue => $"{file.Name}:{issue.Line}: {issue.Message}; 'gradus bank check' names all that is to be mended");
    }

    private IReadOnlyList<ArchivedEvent> Rows() =>
        _store.Locked(connection => connection.Query<Row>("SELECT id, at, kind, version, stream, question, answer, body FROM events ORDER BY sequence")
            .Select(row => new ArchivedEvent(row.Id, row.At, row.Kind, (int)row.Version, row.Stream, row.Question, row.Answer, row.Body))
            .ToList());

    private static List<ArchivedEvent> Merge(IReadOnlyList<ArchivedEvent> here, IReadOnlyList<ArchivedEvent> coming, string name)
    {
        Dictionary<string, ArchivedEvent> known = here.ToDictionary(one => one.Id);
        HashSet<string> theirs = [];
        List<ArchivedEvent> added = [];
        foreach (ArchivedEvent one in coming)
        {
            if (!theirs.Add(one.Id))
            {
                throw new InvalidDataException($"{name}: the event '{one.Id}' stands there twice; nothing was imported.");
            }

            if (!known.TryGetValue(one.Id, out ArchivedEvent? same))
            {
                added.Add(one);
            }
            else if (same != one)
            {
                throw new InvalidDataException($"{name}: the event '{one.Id}' is here with another content; nothing was imported. One of the two logs was changed by hand.");
            }
        }

        // An interview that went on in both places has two ends that do not fit together.
        HashSet<string> grown = [.. added.Select(one => one.Stream)];
        HashSet<string> sittings = [.. here.Where(one => one.Kind == EventCodec.Current.KindOf<SittingStarted>()).Select(one => one.Stream)];
        ArchivedEvent? apart = here.FirstOrDefault(one => sittings.Contains(one.Stream) && grown.Contains(one.Stream) && !theirs.Contains(one.Id));
        return apart is null
            ? added
            : throw new InvalidDataException($"{name}: the interview '{apart.Stream}' went on here and there; nothing was imported. Finish or give up interviews before you take the log elsewhere.");
    }

    private static List<LoggedEvent> Logged(IReadOnlyList<ArchivedEvent> events) =>
        [.. events.Select((one, index) => new LoggedEvent(index + 1, one.Id, DateTimeOffset.FromUnixTimeMilliseconds(one.At), one.Decode()))];

    private sealed record Row(string Id, long At, string Kind, long Version, string Stream, string? Question, string? Answer, string Body);
}
