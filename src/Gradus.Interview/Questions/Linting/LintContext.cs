namespace Gradus.Interview.Questions.Linting;

/// <summary>What the rules of the linter share: the bank, the known labs and the list of issues.</summary>
internal sealed class LintContext(Bank bank, IReadOnlyCollection<string>? labIds)
{
    public Bank Bank => bank;

    public IReadOnlyCollection<string>? LabIds => labIds;

    public List<BankIssue> Issues { get; } = [];

    public IEnumerable<(QuestionSource Source, Question Question)> Questions =>
        bank.Sources.Where(source => source.Question is not null).Select(source => (source, source.Question!));

    public void Error(QuestionSource source, string field, string message) => Add(IssueSeverity.Error, source, field, message);

    public void Warn(QuestionSource source, string field, string message) => Add(IssueSeverity.Warning, source, field, message);

    /// <summary>The end of a message that names what was perhaps meant.</summary>
    public static string DidYouMean(IReadOnlyList<string> nearest) => nearest.Count == 0 ? "" : $"; did you mean {string.Join(" or ", nearest)}?";

    private void Add(IssueSeverity severity, QuestionSource source, string field, string message) =>
        Issues.Add(new BankIssue(severity, source.Path, source.LineOf(field), field, message));
}
