using System.Globalization;
using Gradus.Hosting.Figures;
using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;
using Gradus.Labs.Figures;

namespace Gradus.Web.Text;

/// <summary>The pictures of the map.</summary>
internal static class MapFigures
{
    private const int ArcsOfATopic = 2;

    /// <summary>Every topic with an arc from each topic that it rests on.</summary>
    public static ArcMap Topics(MasteryReport report) => new(
        "Topics and what they rest on",
        $"{report.Topics.Count} topics in the order of the curriculum. Arcs lead to each topic from the two that it rests on most; the bar is the mastery of its questions. The table below holds the same.",
        [.. report.Topics.Select(topic => new ArcNode(topic.Topic, Names.Topic(topic.Topic), topic.Mastery, Mark(topic), "/map?topic=" + topic.Topic, [.. topic.Needs.Take(ArcsOfATopic)]))]);

    /// <summary>The questions of one topic below what they rest on, each with an arc from what it needs.</summary>
    public static ArcMap Concepts(MasteryReport report, string topic)
    {
        ConceptMastery[] own = [.. report.Concepts.Where(concept => concept.Question.Topic == topic)];
        HashSet<string> ids = [.. own.Select(concept => concept.Question.Id)];
        HashSet<string> outside = [.. own.SelectMany(concept => concept.Needs).Select(need => need.Id).Where(id => !ids.Contains(id))];
        Dictionary<string, int> depths = [];
        Dictionary<string, Question> questions = own.ToDictionary(concept => concept.Question.Id, concept => concept.Question);
        IEnumerable<ConceptMastery> ordered = report.Concepts.Where(concept => outside.Contains(concept.Question.Id))
            .Concat(own.OrderBy(concept => Depth(concept.Question.Id, questions, depths, 0)).ThenBy(concept => concept.Question.Level).ThenBy(concept => concept.Question.Title, StringComparer.Ordinal));
        return new ArcMap(
            $"{Names.Topic(topic)}: questions and what they rest on",
            $"{own.Length} questions, below {outside.Count} of other topics that they rest on. An arc leads from a question to one that needs it; the bar is its mastery. The table below holds the same.",
            [.. ordered.Select(concept => new ArcNode(
                concept.Question.Id, concept.Question.Title,
                concept.Mastery, Mark(concept.State), "/questions/" + concept.Question.Id, ids.Contains(concept.Question.Id) ? [.. concept.Needs.Select(need => need.Id)] : []) { IsAside = outside.Contains(concept.Question.Id) })]);
    }

    /// <summary>What comes back in the coming weeks.</summary>
    public static Figure Load(MasteryReport report) => new()
    {
        Title = "Reviews in the coming weeks",
        Description = report.Load.Sum(day => day.Reviews) == 0
            ? "Nothing is planned yet."
            : $"{When.Count(report.Load.Sum(day => day.Reviews), "question")} in {report.Load.Count} days, {report.Load[0].Reviews} of them today; the fullest day has {report.Load.Max(day => day.Reviews)}. What is reviewed comes back again, which is not counted here.",
        X = new Axis("Days from today", -0.5, report.Load.Count - 0.5),
        Y = new Axis("Questions", 0, Math.Max(4, report.Load.Max(day => day.Reviews))),
        Marks = [new BarMark("", [.. report.Load.Index().Where(day => day.Item.Reviews > 0).Select(day => (double)day.Index)], [.. report.Load.Where(day => day.Reviews > 0).Select(day => (double)day.Reviews)])],
    };

    /// <summary>What was done in the past year.</summary>
    public static DayGrid Done(MasteryReport report) => new(
        "Days of practice",
        $"{report.Done.Sum(day => day.Total)} answers, reviews and lab runs on {report.Done.Count(day => day.Total > 0)} of the last {report.Done.Count} days. The table below holds the same by week.",
        [.. report.Done.Select(day => (day.Day, day.Total))]);

    /// <summary>A day: "21 November 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static int Depth(string id, Dictionary<string, Question> own, Dictionary<string, int> known, int guard)
    {
        if (known.TryGetValue(id, out int depth))
        {
            return depth;
        }

        // A circle of needs is the linter's business; here it must only come to an end.
        return known[id] = guard > own.Count ? 0 : own[id].Needs.Where(own.ContainsKey).Select(need => 1 + Depth(need, own, known, guard + 1)).DefaultIfEmpty(0).Max();
    }

    private static ArcMark Mark(MasteryState state) => state switch { MasteryState.New => ArcMark.Empty, MasteryState.Weak => ArcMark.Dot, MasteryState.Growing => ArcMark.Half, _ => ArcMark.Full };

    private static ArcMark Mark(TopicMastery topic) =>
        topic.Met == 0 ? ArcMark.Empty : topic.Mastery >= MasteryLevels.Mastered ? ArcMark.Full : topic.Mastery >= MasteryLevels.Growing ? ArcMark.Half : ArcMark.Dot;
}
