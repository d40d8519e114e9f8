using Gradus.Interview.Grading;
using Gradus.Interview.Questions.Linting;

namespace Gradus.Interview.Questions;

/// <summary>Checks the files of a bank: structure, links, cues, readability, and that each model answer earns its own rubric.</summary>
public static class BankLinter
{
    /// <summary>Checks a bank, one topic's folder or one question file.</summary>
    /// <param name="path">The bank's folder, a topic's folder in it, or a file; the whole bank is read either way, so that links and cues are judged within it.</param>
    /// <param name="labIds">The ids of the labs that exist; labs are not checked when null.</param>
    /// <returns>All issues under <paramref name="path"/>, by file and line; a bank without errors may still have warnings.</returns>
    /// <exception cref="FileNotFoundException">Nothing is at <paramref name="path"/>.</exception>
    public static IReadOnlyList<BankIssue> Check(string path, IReadOnlyCollection<string>? labIds = null)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new FileNotFoundException($"There is no file or folder '{path}' to check.", path);
        }

        string bankFolder = BankFolderOf(path);
        Bank bank = Bank.Load(bankFolder);
        return Path.GetFullPath(path) == Path.GetFullPath(bankFolder) ? Check(bank, labIds) : Check(bank, path, labIds);
    }

    /// <summary>Checks a bank that is loaded already and tells what is wrong in a part of it.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="path">The file, or the folder, that is judged; the others are read beside it.</param>
    /// <param name="labIds">The ids of the labs that exist; labs are not checked when null.</param>
    /// <returns>The issues under <paramref name="path"/>, by file and line.</returns>
    public static IReadOnlyList<BankIssue> Check(Bank bank, string path, IReadOnlyCollection<string>? labIds = null)
    {
        string full = Path.GetFullPath(path);
        return [.. Check(bank, labIds).Where(issue => IsUnder(Path.GetFullPath(issue.File), full))];
    }

    /// <summary>Checks a bank that is loaded already.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="labIds">The ids of the labs that exist; labs are not checked when null.</param>
    public static IReadOnlyList<BankIssue> Check(Bank bank, IReadOnlyCollection<string>? labIds = null)
    {
        ArgumentNullException.ThrowIfNull(bank);
        LintContext context = new(bank, labIds);
        foreach (QuestionSource source in bank.Sources.Where(source => source.Question is not null))
        {
            StructureRules.Check(source, context);
            TextRules.Check(source, context);
            LinkRules.Check(source, context);
            CueRules.Check(source, context);
        }

        LinkRules.CheckCycles(context);
        CueRules.CheckDuplicates(context);
        ModelAnswerRules.Check(context);
        return [.. bank.Issues.Concat(context.Issues).OrderBy(issue => issue.File, StringComparer.Ordinal).ThenBy(issue => issue.Line)];
    }

    /// <summary>Checks one question as it would stand in a bank, in place of the one with its id; the other files are not judged.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="source">What was read from the question's text.</param>
    /// <param name="grader">The grader of the bank, for the model answer.</param>
    /// <param name="labIds">The ids of the labs that exist; labs are not checked when null.</param>
    /// <param name="againstOthers">Whether the model answers of all other questions are graded too, which takes a second.</param>
    /// <returns>The issues of this question, by line.</returns>
    public static IReadOnlyList<BankIssue> Check(Bank bank, QuestionSource source, Grader grader, IReadOnlyCollection<string>? labIds = null, bool againstOthers = true)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(grader);
        LintContext context = new(bank.With(source), labIds);
        QuestionSource read = context.Bank.Sources[^1];
        if (read.Question is not null)
        {
            StructureRules.Check(read, context);
            TextRules.Check(read, context);
            LinkRules.Check(read, context);
            CueRules.Check(read, context);
            LinkRules.CheckCycle(read, context);
            CueRules.CheckDuplicates(context);
            ModelAnswerRules.Check(read, grader, context, againstOthers);
        }

        return [.. source.Issues.Concat(context.Issues.Where(issue => issue.File == source.Path)).OrderBy(issue => issue.Line)];
    }

    private static string BankFolderOf(string path)
    {
        string full = Path.GetFullPath(path);
        for (DirectoryInfo? at = Directory.Exists(full) ? new DirectoryInfo(full) : Directory.GetParent(full); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Bank.LexiconName)))
            {
                string relative = Path.GetRelativePath(Environment.CurrentDirectory, at.FullName);
                return relative.StartsWith("..", StringComparison.Ordinal) ? at.FullName : relative;
            }
        }

        return File.Exists(full) ? Path.GetDirectoryName(Path.GetDirectoryName(full)) ?? full : path;
    }

    private static bool IsUnder(string file, string path) =>
        file == path || file.StartsWith(path.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
