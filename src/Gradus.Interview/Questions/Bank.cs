using Gradus.Interview.Grading;
using Gradus.Interview.Questions.Reading;

namespace Gradus.Interview.Questions;

/// <summary>The questions of a folder, with the lexicon that their cues rest on.</summary>
/// <remarks>A broken file does not take the others down: it is left out and <see cref="Issues"/> says why.</remarks>
public sealed class Bank
{
    /// <summary>The name of the lexicon's file in the bank's folder.</summary>
    public const string LexiconName = "lexicon.yaml";

    private readonly Dictionary<string, Question> _byId = [];

    private Bank(string folder, IReadOnlyList<QuestionSource> sources, Lexicon lexicon)
    {
        Folder = folder;
        Sources = sources;
        Lexicon = lexicon;
        List<BankIssue> issues = [.. lexicon.Issues];
        foreach (QuestionSource source in sources)
        {
            issues.AddRange(source.Issues);
            if (source.Question is { } question && !_byId.TryAdd(question.Id, question))
            {
                issues.Add(new BankIssue(IssueSeverity.Error, source.Path, source.LineOf("id"), "id", $"'{question.Id}' is the id of {_byId[question.Id].Path} already; ids are unique in the bank"));
            }
        }

        Issues = issues;
        Questions = [.. _byId.Values.OrderBy(question => Topics.Find(question.Topic)?.Order).ThenBy(question => question.Level).ThenBy(question => question.Id, StringComparer.Ordinal)];
    }

    /// <summary>The folder that it was read from.</summary>
    public string Folder { get; }

    /// <summary>Every question that could be read, by topic, level and id.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>What is wrong in the files.</summary>
    public IReadOnlyList<BankIssue> Issues { get; }

    /// <summary>The lexicon beside the questions.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Every file that was read, also those without a question.</summary>
    internal IReadOnlyList<QuestionSource> Sources { get; }

    /// <summary>The bank that is shipped beside the program.</summary>
    public static string LocateFolder() => Path.Combine(AppContext.BaseDirectory, "bank");

    /// <summary>Reads all question files of a folder: <c>folder/topic/id.md</c>, and its lexicon.</summary>
    /// <param name="folder">The bank's folder.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static Bank Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The question bank is not at '{folder}'. Name a folder that holds one folder a topic and {LexiconName}.");
        }

        string lexicon = Path.Combine(folder, LexiconName);
        return new Bank(folder, [.. FilesOf(folder).Select(QuestionFile.Load)], File.Exists(lexicon) ? Lexicon.Load(lexicon) : Lexicon.Empty);
    }

    /// <summary>A bank made in memory.</summary>
    /// <param name="questions">Its questions.</param>
    /// <param name="lexicon">Its lexicon; empty when null.</param>
    public static Bank Of(IEnumerable<Question> questions, Lexicon? lexicon = null) =>
        new("", [.. questions.Select(question => new QuestionSource(question.Path ?? question.Id, question, [], new Dictionary<string, int>()))], lexicon ?? Lexicon.Empty);

    /// <summary>The same bank with a person's own question files over it: a file takes the place of the question with its id, or adds one.</summary>
    /// <param name="folder">The person's folder, <c>folder/topic/id.md</c>; nothing changes where it is not there.</param>
    /// <returns>The bank. A file that cannot be read leaves the question as it was, and <see cref="Issues"/> says why.</returns>
    /// <remarks>Points and misconceptions that the person left as they were keep their passages, unless the folder holds passages of its own.</remarks>
    public Bank Overlaid(string folder) => Directory.Exists(folder) ? With([.. FilesOf(folder).Select(QuestionFile.Load)]) : this;

    /// <summary>The same bank with other sources over it.</summary>
    internal Bank With(params IReadOnlyList<QuestionSource> over)
    {
        HashSet<string> replaced = [.. over.Select(source => source.Question?.Id).OfType<string>()];
        return new Bank(
            Folder,
            [.. Sources.Where(source => source.Question is null || !replaced.Contains(source.Question.Id)), .. over.Select(source => source.Question is { } own && Find(own.Id) is { } shipped ? source.With(own.WithPassagesOf(shipped), []) : source)],
            Lexicon);
    }

    /// <summary>The question with this id, or null.</summary>
    /// <param name="id">The id, exactly.</param>
    public Question? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The ids most like a given one, for "did you mean".</summary>
    /// <param name="id">What was asked for.</param>
    /// <param name="count">How many ids at most.</param>
    /// <returns>The nearest first, by edit distance relative to length; an id that contains the text counts as near.</returns>
    public IReadOnlyList<string> Nearest(string id, int count)
    {
        string wanted = id.Trim().ToLowerInvariant();
        return [.. _byId.Keys.OrderBy(candidate => EditDistance.Apart(candidate, wanted)).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(count)];
    }

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateDirectories(folder).SelectMany(topic => Directory.EnumerateFiles(topic, "*.md")).Order(StringComparer.Ordinal);
}
