using System.Globalization;
using System.Runtime.CompilerServices;
using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;
using Gradus.Interview.Questions.Search;

namespace Gradus.Hosting.Services.Library;

/// <summary>The whole bank, searched by words and by facets.</summary>
public sealed class QuestionLibrary
{
    // Of the process, not of the library: people on one site search the same bank.
    private static readonly ConditionalWeakTable<Bank, QuestionIndex> Indexes = [];
    private readonly Workspace _workspace;
    private readonly MasteryMap _mastery;

    internal QuestionLibrary(Workspace workspace, MasteryMap mastery)
    {
        _workspace = workspace;
        _mastery = mastery;
    }

    /// <summary>Searches the bank.</summary>
    /// <param name="query">What is looked for; a value that no question has finds nothing.</param>
    /// <returns>The questions, and how many each value of a facet would leave while the other facets stay as they are.</returns>
    public LibraryResult Search(LibraryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Bank bank = _workspace.Bank;
        Dictionary<string, ConceptMastery> concepts = _mastery.Concepts().ToDictionary(concept => concept.Question.Id);
        // A question that was saved between the two readings is found the next time.
        LibraryHit[] found = [.. Indexes.GetValue(bank, made => new QuestionIndex(made)).Search(query.Text)
            .Where(hit => concepts.ContainsKey(hit.Question.Id))
            .Select(hit => new LibraryHit(concepts[hit.Question.Id], hit.Fields))];
        return new LibraryResult
        {
            Hits = [.. found.Where(hit => Fits(hit.Concept, query))],
            Total = bank.Questions.Count,
            Topics = Count(found, query with { Topic = null }, concept => [concept.Question.Topic], bank.Questions.Select(question => question.Topic).Distinct()),
            Levels = Count(found, query with { Level = null }, concept => [concept.Question.Level.ToString(CultureInfo.InvariantCulture)], ["1", "2", "3"]),
            Kinds = Count(found, query with { Kind = null }, concept => [Value(concept.Question.Kind)], Enum.GetValues<QuestionKind>().Select(kind => Value(kind))),
            Profiles = Count(found, query with { Profile = null }, concept => concept.Question.Profiles, Profiles.All.Select(profile => profile.Id)),
            Labs = Count(found, query with { HasLab = null }, concept => [concept.Question.Lab is null ? "no" : "yes"], ["yes", "no"]),
            States = Count(found, query with { State = null }, concept => [Value(concept.State)], Enum.GetValues<MasteryState>().Select(state => Value(state))),
        };
    }

    private static bool Fits(ConceptMastery concept, LibraryQuery query) =>
        (query.Topic is null || concept.Question.Topic == query.Topic)
        && (query.Level is null || concept.Question.Level == query.Level)
        && (query.Kind is null || concept.Question.Kind == query.Kind)
        && (query.Profile is null || concept.Question.Profiles.Contains(query.Profile))
        && (query.HasLab is null || concept.Question.Lab is not null == query.HasLab)
        && (query.State is null || concept.State == query.State);

    private static List<FacetCount> Count(LibraryHit[] found, LibraryQuery others, Func<ConceptMastery, IReadOnlyList<string>> values, IEnumerable<string> all)
    {
        Dictionary<string, int> counts = found.Where(hit => Fits(hit.Concept, others)).SelectMany(hit => values(hit.Concept)).CountBy(value => value).ToDictionary();
        return [.. all.Select(value => new FacetCount(value, counts.GetValueOrDefault(value)))];
    }

    private static string Value<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
