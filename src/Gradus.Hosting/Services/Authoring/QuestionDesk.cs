using System.Text;
using Gradus.Hosting.Store;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services.Authoring;

/// <summary>Lets a person edit the questions: their files lie in a folder of their own and stand over those that are shipped. Nothing is ever written outside of it.</summary>
public sealed class QuestionDesk
{
    /// <summary>The name of the folder in the person's home.</summary>
    public const string FolderName = "bank";

    private const int LongestId = 80;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly BankShelf _shelf;
    private readonly Func<Grader> _grader;
    private readonly string[] _labIds;
    private readonly IdSource _ids;
    private readonly Lock _lock = new();

    internal QuestionDesk(BankShelf shelf, Func<Grader> grader, IEnumerable<string> labIds, IdSource ids)
    {
        _shelf = shelf;
        _grader = grader;
        _labIds = [.. labIds];
        _ids = ids;
    }

    /// <summary>The person's folder; it is made when the first question is stored.</summary>
    public string Folder => _shelf.OwnFolder;

    /// <summary>Where a person's own question files lie.</summary>
    /// <param name="home">The folder that holds the person's state.</param>
    /// <returns>The folder, which need not exist.</returns>
    public static string FolderOf(GradusHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        return Path.Combine(home.Path, FolderName);
    }

    /// <summary>The ids of the person's own files, in order.</summary>
    /// <returns>The ids.</returns>
    public IReadOnlyList<string> Own() => [.. OwnFiles().Select(file => Path.GetFileNameWithoutExtension(file)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The file of a question: the person's own, else the one that is shipped, else a template for a new one.</summary>
    /// <param name="id">The question's id: lower-case letters, digits and hyphens.</param>
    /// <returns>The text.</returns>
    /// <exception cref="AuthoringException">The id is none, or the file cannot be read.</exception>
    public AuthoredText Open(string id)
    {
        CheckId(id);
        Question? shipped = _shelf.Shipped.Find(id);
        string? own = FindOwn(id);
        string? path = own ?? shipped?.Path;
        return new AuthoredText(id, path is not null && File.Exists(path) ? Read(path) : QuestionTemplate.For(id), own is not null, shipped is not null);
    }

    /// <summary>Lints a text as the file of a question.</summary>
    /// <param name="id">The question's id.</param>
    /// <param name="text">The content of the file.</param>
    /// <param name="againstOthers">Whether the model answers of all other questions are graded against its rubric too, which takes a second.</param>
    /// <returns>What is wrong.</returns>
    /// <exception cref="AuthoringException">The id is none.</exception>
    public AuthorCheck Check(string id, string text, bool againstOthers = false)
    {
        QuestionSource source = Parse(id, text);
        IReadOnlyList<BankIssue> issues = BankLinter.Check(_shelf.Current, source, _grader(), _labIds, againstOthers);
        return new AuthorCheck([.. issues.Select(issue => issue with { File = id + ".md" })], source.Question?.Id == id);
    }

    /// <summary>Grades an answer against a text as the file of a question; nothing is stored.</summary>
    /// <param name="id">The question's id.</param>
    /// <param name="text">The content of the file.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="AuthoringException">No question can be built from the text; the message says why.</exception>
    public Verdict Try(string id, string text, string answer)
    {
        QuestionSource source = Parse(id, text);
        Question question = source.Question ?? throw new AuthoringException($"An answer can be graded once the file can be read: {First(source)}");
        return _grader().Grade(_shelf.Shipped.Find(id) is { } shipped ? question.WithPassagesOf(shipped) : question, AnswerText.Storable(answer));
    }

    /// <summary>Stores a text as the person's own file of a question and puts it into the bank.</summary>
    /// <param name="id">The question's id.</param>
    /// <param name="text">The content of the file.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="AuthoringException">The id is none, or no question with this id can be built from the text; nothing was written.</exception>
    public string Save(string id, string text)
    {
        QuestionSource source = Parse(id, text);
        Question question = source.Question ?? throw new AuthoringException($"The file is not stored, because it cannot be read: {First(source)}");
        if (question.Id != id)
        {
            throw new AuthoringException($"The file is not stored: its id is '{question.Id}', but it is the file of '{id}'. An id never changes; begin a new question instead.");
        }

        byte[] bytes;
        try
        {
            bytes = Utf8.GetBytes(text.ReplaceLineEndings("\n"));
        }
        catch (EncoderFallbackException error)
        {
            throw new AuthoringException($"The file is not stored: character {error.Index + 1} is half of a surrogate pair, which cannot be written as UTF-8. Take it out.");
        }

        lock (_lock)
        {
            string path = Path.Combine(Folder, question.Topic, id + ".md");
            string? before = FindOwn(id);
            Write(path, bytes);
            if (before is not null && before != path)
            {
                File.Delete(before);
            }

            _shelf.Reload();
            return path;
        }
    }

    /// <summary>Takes the person's own file of a question away; the one that is shipped comes back.</summary>
    /// <param name="id">The question's id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            if (FindOwn(id) is not { } path)
            {
                return false;
            }

            File.Delete(path);
            _shelf.Reload();
            return true;
        }
    }

    /// <summary>The first thing that is wrong in a file.</summary>
    internal static string First(QuestionSource source) =>
        source.Issues.FirstOrDefault(issue => issue.Severity == IssueSeverity.Error) is { } issue ? $"line {issue.Line}: {(issue.Field.Length > 0 ? issue.Field + ": " : "")}{issue.Message}." : "it holds no question.";

    /// <summary>Whether a text can be the id of a question.</summary>
    internal static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id[0] != '-' && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal)
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Stores a file that came from elsewhere, with the time at which it was written there; it was found to be one that can be stored.</summary>
    internal void Take(string name, string text, DateTimeOffset modifiedAt) =>
        File.SetLastWriteTimeUtc(Save(OwnQuestionFiles.IdOf(name), text), modifiedAt.UtcDateTime);

    private static void CheckId(string id)
    {
        if (!IsId(id))
        {
            throw new AuthoringException($"'{(id.Length <= LongestId ? id : id[..LongestId] + "…")}' is no id of a question; use up to {LongestId} lower-case letters, digits and single hyphens, such as batch-normalization.");
        }
    }

    private static string Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= QuestionFile.MaximumBytes
                ? File.ReadAllText(path, Utf8).ReplaceLineEndings("\n")
                : throw new AuthoringException($"{Path.GetFileName(path)} has more than {QuestionFile.MaximumBytes} bytes; split the question.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new AuthoringException($"{path} cannot be read: {error.Message}");
        }
    }

    private QuestionSource Parse(string id, string text)
    {
        CheckId(id);
        if (Encoding.UTF8.GetByteCount(text) > QuestionFile.MaximumBytes)
        {
            throw new AuthoringException($"The file has more than {QuestionFile.MaximumBytes} bytes; split the question.");
        }

        // Where it would lie, so that the linter can judge the folder; the topic is one of a closed list once there is a question.
        QuestionSource read = QuestionFile.Parse(id + ".md", text);
        return QuestionFile.Parse(Path.Combine(Folder, read.Question?.Topic ?? "", id + ".md"), text);
    }

    private IEnumerable<string> OwnFiles() =>
        Directory.Exists(Folder) ? Directory.EnumerateDirectories(Folder).SelectMany(topic => Directory.EnumerateFiles(topic, "*.md")).Where(file => IsId(Path.GetFileNameWithoutExtension(file))) : [];

    private string? FindOwn(string id) => IsId(id) ? OwnFiles().FirstOrDefault(file => Path.GetFileName(file) == id + ".md") : null;

    private void Write(string path, byte[] bytes)
    {
        string folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
            if (new DirectoryInfo(folder).LinkTarget is not null || new DirectoryInfo(Folder).LinkTarget is not null)
            {
                throw new AuthoringException($"{folder} leads elsewhere by a link; questions are stored in the folder itself only. Put a real folder in its place.");
            }

            // Whole or not at all, and never through a link that lies at the file's name.
            string made = Path.Combine(folder, $".{_ids.Next()}.tmp");
            using (FileStream stream = new(made, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(made, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AuthoringException($"The file cannot be stored in {folder}: {error.Message}");
        }
    }
}
