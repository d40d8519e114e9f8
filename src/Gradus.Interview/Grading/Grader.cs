using System.Runtime.CompilerServices;
using Gradus.Interview.Grading.Checks;
using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Rubrics;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading;

/// <summary>Grades free-text answers offline: which facts are stated, which misconceptions are asserted, with the words that decided it.</summary>
/// <remarks>
/// Deterministic and safe to use from many threads. A point is recognised by its cues (docs/guide/add-a-question.md) and,
/// softly, by how much of its fact stands in one to three neighbouring sentences, weighted by inverse document frequency
/// over the bank. Text is only ever read: instructions in an answer have no effect.
/// What runs for every word is compiled at once (<see cref="MethodImplOptions.AggressiveOptimization"/>): else a fifth of the first thousand
/// answers' time goes into code that is still being profiled.
/// </remarks>
public sealed class Grader
{
    /// <summary>The longest answer that is read, in characters (about 25 spoken minutes).</summary>
    public const int MaximumCharacters = 20_000;

    private readonly Vocabulary _vocabulary = new();
    private readonly TermWeights _weights = new();
    private readonly WordOrder _order = new();
    private readonly ConceptIndex _concepts;
    private readonly Lazy<WordSpace?> _space;
    private readonly Lazy<Subjects?> _subjects;
    private readonly Question? _clinicalBonus;
    private readonly Func<string, Question?> _find;
    private readonly ConditionalWeakTable<Question, PreparedRubric> _rubrics = [];
    private readonly IReadOnlyList<Question> _questions;

    /// <summary>A grader for a bank.</summary>
    /// <param name="bank">Its lexicon and texts give the words that the grader knows; questions outside it are graded too.</param>
    public Grader(Bank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        _concepts = new ConceptIndex(bank.Lexicon);
        _clinicalBonus = bank.Find(ClinicalBonus.QuestionId);
        _find = bank.Find;
        _questions = bank.Questions;
        BankWords.Teach(bank, _vocabulary, _weights, _order);
        Lazy<PassageDocument[]> documents = new(() => PassageDocuments.Of(bank, _vocabulary));
        _space = new Lazy<WordSpace?>(() => WordSpace.Of(documents.Value));
        _subjects = new Lazy<Subjects?>(() => _space.Value is { } space ? Subjects.Of(bank, _vocabulary, documents.Value, space) : null);
    }

    /// <summary>Learns now what is otherwise learned at the first answer, which then waits for some seconds. Any thread may grade meanwhile.</summary>
    public void WarmUp()
    {
        _ = _subjects.Value;
        foreach (Question question in _questions)
        {
            Prepare(question);
        }
    }

    /// <summary>Grades an answer to a question with a rubric.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer, whatever it holds; never null.</param>
    /// <returns>The verdict; the same for the same question and answer, always.</returns>
    public Verdict Grade(Question question, string answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        if (Intake.Refuse(answer) is { } refusal)
        {
            return VerdictWriter.Refused(question, answer, refusal);
        }

        return Read(question, answer, whole: true);
    }

    /// <summary>Judges an answer by the structure of its round.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="kind">The kind of round.</param>
    /// <param name="verdict">What <see cref="Grade(Question, string)"/>, or a language model, says of the answer by the rubric.</param>
    /// <returns>The verdict with <see cref="Verdict.Structure"/> and the score that follows from it; unchanged for <see cref="RoundKind.Explain"/> and for an answer that was refused.</returns>
    public Verdict Judge(Question question, string answer, RoundKind kind, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(verdict);
        if (kind == RoundKind.Explain || verdict.Refusal is not null)
        {
            return verdict;
        }

        if (kind == RoundKind.System)
        {
            return SystemJudge.Of(verdict, _find, concern => Read(concern, answer, whole: false));
        }

        AnalysedText text = new(answer, _vocabulary);
        HeardText heard = new(question, answer, Usable(Prepare(question), new Prose(text, _order), text));
        return kind == RoundKind.Teach ? TeachJudge.Of(question, verdict, heard) : UnknownJudge.Of(verdict, heard);
    }

    /// <summary>Grades an answer against reference answers, for a question that is not in the bank.</summary>
    /// <param name="question">The question's text, which the verdict carries as its id.</param>
    /// <param name="references">One or more reference answers; the one that fits best counts. Each of their statements is a point.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="ArgumentException">No reference holds a statement.</exception>
    public Verdict Grade(string question, IReadOnlyList<string> references, string answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(answer);
        Verdict? best = null;
        foreach (Question made in references.Select(reference => ReferenceRubric.Of(question, reference)).OfType<Question>())
        {
            Verdict verdict = Grade(made, answer);
            best = best is null || verdict.Score > best.Score ? verdict : best;
        }

        return best ?? throw new ArgumentException("None of the reference answers holds a statement; give at least one sentence.", nameof(references));
    }

    /// <summary>What is seen of each point, by name, for measurements.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, double>> Signals(Question question, string answer) =>
        [.. Examine(question, Prepare(question), new AnalysedText(answer, _vocabulary), whole: true).Points.Select(CreditModel.Values)];

    /// <summary>What is seen of each misconception in each sentence and pair of sentences, by name, for measurements.</summary>
    internal IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, double>>> MisconceptionSignals(Question question, string answer)
    {
        PreparedRubric rubric = Prepare(question);
        AnalysedText text = new(answer, _vocabulary);
        Prose prose = new(text, _order);
        TermFinder finder = new(text, _concepts);
        MisconceptionJudge judge = new(finder, new CueMatcher(finder), prose, Usable(rubric, prose, text), rubric, Compared(rubric, text));
        return [.. rubric.Misconceptions.Select((item, i) => judge.Look(item, i, least: 0).Select(MisconceptionModel.Values).ToArray())];
    }

    // An answer to a wider question of which this is a part is not held to be about something else.
    private Verdict Read(Question question, string answer, bool whole)
    {
        PreparedRubric rubric = Prepare(question);
        AnalysedText text = new(answer, _vocabulary);
        Examination found = Examine(question, rubric, text, whole);
        Verdict verdict = VerdictWriter.Write(question, rubric, found, text);
        return verdict with { Checks = [.. Checks(question, verdict, found)] };
    }

    private IEnumerable<AnswerCheck> Checks(Question question, Verdict verdict, Examination found)
    {
        yield return PartOrder.Of(verdict.Points);
        foreach (AnswerCheck check in FinalAnswerChecklist.Of(verdict.Points, verdict.Concision, found.Finder, found.Prose))
        {
            yield return check;
        }

        if (_clinicalBonus is not null && question.Id != ClinicalBonus.QuestionId && question.Profiles.Contains(Profiles.Clinical))
        {
            foreach (AnswerCheck check in ClinicalBonus.Of(Prepare(_clinicalBonus), found.Finder, found.Prose, found.Usable))
            {
                yield return check;
            }
        }
    }

    private PreparedRubric Prepare(Question question) => _rubrics.GetValue(question, item => PreparedRubric.Of(item, _vocabulary, _concepts, _weights, _space));

    private Examination Examine(Question question, PreparedRubric rubric, AnalysedText text, bool whole)
    {
        Prose prose = new(text, _order);
        bool[] usable = Usable(rubric, prose, text);
        TermFinder finder = new(text, _concepts);
        CueMatcher matcher = new(finder);
        AnswerPassages? passages = Compared(rubric, text);
        MisconceptionJudge misconceptions = new(finder, matcher, prose, usable, rubric, passages);
        SentenceRun?[] asserted = [.. rubric.Misconceptions.Select(misconceptions.Asserted)];
        foreach (SentenceRun run in asserted.OfType<SentenceRun>())
        {
            // A sentence that asserts what is wrong earns nothing, whatever words it holds.
            Array.Clear(usable, run.First, run.Last - run.First + 1);
        }

        PointJudge points = new(finder, matcher, prose, usable, _weights, passages);
        PointSignals[] signals = [.. rubric.Points.Select(points.Look)];
        double windows = signals.Sum(item => item.Window.Share);
        double met = signals.Count(item => item.MetCues > 0);
        int others = Math.Max(1, signals.Length - 1);
        double elsewhere = passages is null || !whole ? 0 : _subjects.Value?.Elsewhere(question, text) ?? 0;
        return new Examination(prose, [.. signals.Select(item => item with { Topic = (windows - item.Window.Share) / others, Others = (met - (item.MetCues > 0 ? 1 : 0)) / others, Elsewhere = elsewhere })], asserted, finder, usable, passages);
    }

    private AnswerPassages? Compared(PreparedRubric rubric, AnalysedText text) => rubric.Passages is { } index ? new AnswerPassages(index, text) : null;

    /// <summary>The sentences that count: the candidate's own, not taken back, in prose.</summary>
    private static bool[] Usable(PreparedRubric rubric, Prose prose, AnalysedText text)
    {
        bool[] usable = rubric.Echo.Own(text);
        if (prose.IsShuffled || prose.IsWordList)
        {
            Array.Clear(usable);
        }

        for (int s = 0; s < usable.Length; s++)
        {
            usable[s] &= !text.Rejected[s];
        }

        return usable;
    }
}
