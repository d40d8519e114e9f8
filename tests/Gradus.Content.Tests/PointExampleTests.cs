using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>Each line of a rubric has a sentence that earns it and one that does not, both graded.</summary>
public sealed class PointExampleTests
{
    private static readonly Bank Shipped = Bank.Load(RepositoryRoot.Combine("bank"));
    private static readonly Grader Grader = new(Shipped);

    public static TheoryData<string> QuestionIds =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests/Gradus.Content.Tests/Fixtures"), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(QuestionIds))]
    public void Fixture_OfQuestion_CoversItsWholeRubric(string id)
    {
        Question question = Shipped.Find(id)!;

        PointExamples examples = Load(id);

        Assert.Equal(question.Points.Select(point => point.Id), examples.Points.Select(example => example.Id).Distinct());
        Assert.Equal(question.Misconceptions.Select(misconception => misconception.Id), examples.Misconceptions.Select(example => example.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(QuestionIds))]
    public void Grade_SentencesForPoints_EarnsAndWithholdsThem(string id)
    {
        Question question = Shipped.Find(id)!;

        string[] faults = [.. Load(id).Points.SelectMany(example => Faults(example, sentence => Earned(question, example.Id, sentence)))];

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(QuestionIds))]
    public void Grade_SentencesForMisconceptions_NamesOnlyTheAssertedOnes(string id)
    {
        Question question = Shipped.Find(id)!;

        string[] faults = [.. Load(id).Misconceptions.SelectMany(example => Faults(example, sentence => Asserted(question, example.Id, sentence)))];

        Assert.Empty(faults);
    }

    private static PointExamples Load(string id) => PointExamples.Load(RepositoryRoot.Combine($"tests/Gradus.Content.Tests/Fixtures/{id}.yaml"));

    private static bool Earned(Question question, string point, string sentence) =>
        Grader.Grade(question, sentence).Points.Single(verdict => verdict.Id == point).Earned;

    private static bool Asserted(Question question, string misconception, string sentence) =>
        Grader.Grade(question, sentence).Misconceptions.Any(verdict => verdict.Id == misconception);

    private static IEnumerable<string> Faults(PointExample example, Func<string, bool> recognises)
    {
        if (!recognises(example.States))
        {
            yield return $"{example.Id} is not recognised in: {example.States}";
        }

        if (recognises(example.DoesNotState))
        {
            yield return $"{example.Id} is wrongly recognised in: {example.DoesNotState}";
        }
    }
}
