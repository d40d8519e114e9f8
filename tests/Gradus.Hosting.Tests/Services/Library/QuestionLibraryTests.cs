using Gradus.Hosting.Services.Library;
using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Tests.Services.Library;

public sealed class QuestionLibraryTests
{
    [Fact]
    public void Search_Facets_NarrowTogether()
    {
        using Workbench bench = new();

        LibraryResult result = bench.Application.Library.Search(new LibraryQuery { Topic = "topic-1", Level = 2 });

        Assert.Equal(["question-1"], result.Hits.Select(hit => hit.Concept.Question.Id));
        Assert.Equal(12, result.Total);
    }

    [Fact]
    public void Search_FacetCounts_LeaveTheirOwnFacetOut()
    {
        using Workbench bench = new();

        LibraryResult result = bench.Application.Library.Search(new LibraryQuery { Topic = "topic-1", Level = 2 });

        // Every topic of level 2, every level of topic 1.
        Assert.Equal([("topic-0", 1), ("topic-1", 1), ("topic-2", 1), ("topic-3", 1)], result.Topics.Select(count => (count.Value, count.Count)).Order());
        Assert.Equal([("1", 1), ("2", 1), ("3", 1)], result.Levels.Select(count => (count.Value, count.Count)));
    }

    [Fact]
    public void Search_EveryFacetCount_IsWhatChoosingItGives()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-4", "p1 p2 p3", default);
        LibraryQuery query = new() { Text = "principle", Profile = "general" };

        LibraryResult result = bench.Application.Library.Search(query);

        int Left(LibraryQuery narrowed) => bench.Application.Library.Search(narrowed).Hits.Count;
        Assert.All(result.Topics, count => Assert.Equal(count.Count, Left(query with { Topic = count.Value })));
        Assert.All(result.Labs, count => Assert.Equal(count.Count, Left(query with { HasLab = count.Value == "yes" })));
        Assert.All(result.States, count => Assert.Equal(count.Count, Left(query with { State = Enum.Parse<MasteryState>(count.Value, ignoreCase: true) })));
        Assert.Equal(1, result.States.Single(count => count.Value == "mastered").Count);
        Assert.Equal(1, result.Labs.Single(count => count.Value == "yes").Count);
    }

    [Fact]
    public void Search_Words_AreRankedAndNarrowed()
    {
        using Workbench bench = new() { Bank = Bank.Of([Workbench.Question("a") with { Title = "Pooling" }, Workbench.Question("b", level: 1) with { Ask = "What does pooling do?" }, Workbench.Question("c")]) };

        Assert.Equal(["a", "b"], bench.Application.Library.Search(new LibraryQuery { Text = "pooling" }).Hits.Select(hit => hit.Concept.Question.Id));
        Assert.Equal(["b"], bench.Application.Library.Search(new LibraryQuery { Text = "pooling", Level = 1 }).Hits.Select(hit => hit.Concept.Question.Id));
    }
}
