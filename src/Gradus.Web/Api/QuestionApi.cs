using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Hosting.Services.Library;
using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;
using Gradus.Web.Endpoints;
using Gradus.Web.Serving;

namespace Gradus.Web.Api;

/// <summary>The library, single questions and the map.</summary>
internal static class QuestionApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/questions", Search)
            .Produces<LibraryBody>().Says("searchQuestions", "Searches the bank by words and facets: q, topic, level, kind, profile, lab (yes or no) and state; what is left out does not narrow.", 400);
        api.MapGet("/questions/{id}", (GradusApplication application, string id) => Results.Json(One(Lookup.Question(application, id)), GradusJson.Options))
            .Produces<QuestionBody>().Says("getQuestion", "A question as it is asked; its rubric is told with the verdict.", 404);
        api.MapGet("/map", (GradusApplication application) => Results.Json(Map(application.Mastery.Read()), GradusJson.Options))
            .Produces<MapBody>().Says("getMap", "Mastery by question and topic, the days of practice and the load of the coming weeks.");
    }

    private static IResult Search(GradusApplication application, HttpContext context)
    {
        LibraryResult result = application.Library.Search(LibraryAddress.Read(context.Request.Query));
        return Results.Json(
            new LibraryBody(
                result.Total,
                [.. result.Hits.Select(hit => new HitBody(Of(hit.Concept), [.. hit.Fields.Select(field => field.ToString().ToLowerInvariant())]))],
                new FacetsBody(result.Topics, result.Levels, result.Kinds, result.Profiles, result.Labs, result.States)),
            GradusJson.Options);
    }

    private static QuestionBody One(Question question) => new(
        question.Id, question.Title, question.Topic, question.Kind, question.Profiles, question.Level, question.Ask, question.Openings, question.Needs, question.Related, question.Lab, question.References);

    private static ConceptBody Of(ConceptMastery concept) => new(
        concept.Question.Id, concept.Question.Title, concept.Question.Topic, concept.Question.Level, concept.Question.Lab,
        concept.State, concept.Mastery, concept.Recall, concept.Quality, concept.Answers, concept.Due, [.. concept.Needs.Select(need => need.Id)]);

    private static MapBody Map(MasteryReport report) => new(
        report.Today, [.. report.Concepts.Select(Of)], report.Topics,
        [.. report.Strongest.Select(concept => concept.Question.Id)], [.. report.Weakest.Select(concept => concept.Question.Id)], [.. report.Ready.Select(concept => concept.Question.Id)],
        [.. report.Done.Where(day => day.Total > 0)], report.Load, report.Streak, report.LongestStreak, report.DaysOfLast28);

    private sealed record ConceptBody(
        string Id, string Title, string Topic, int Level, string? Lab, MasteryState State, double Mastery, double? Recall, double? Quality, int Answers, DateTimeOffset? Due, IReadOnlyList<string> Needs);

    private sealed record HitBody(ConceptBody Question, IReadOnlyList<string> Fields);

    private sealed record FacetsBody(
        IReadOnlyList<FacetCount> Topics, IReadOnlyList<FacetCount> Levels, IReadOnlyList<FacetCount> Kinds, IReadOnlyList<FacetCount> Profiles, IReadOnlyList<FacetCount> Labs, IReadOnlyList<FacetCount> States);

    private sealed record LibraryBody(int Total, IReadOnlyList<HitBody> Hits, FacetsBody Facets);

    private sealed record QuestionBody(
        string Id, string Title, string Topic, QuestionKind Kind, IReadOnlyList<string> Profiles, int Level, string Ask, IReadOnlyList<string> Openings,
        IReadOnlyList<string> Needs, IReadOnlyList<string> Related, string? Lab, IReadOnlyList<Reference> References);

    private sealed record MapBody(
        DateOnly Today, IReadOnlyList<ConceptBody> Concepts, IReadOnlyList<TopicMastery> Topics, IReadOnlyList<string> Strongest, IReadOnlyList<string> Weakest, IReadOnlyList<string> Ready,
        IReadOnlyList<PracticeDay> Done, IReadOnlyList<LoadDay> Load, int Streak, int LongestStreak, int DaysOfLast28);
}
