namespace Gradus.Hosting.Services.Library;

/// <summary>What a search found, and what each facet would leave of it.</summary>
public sealed record LibraryResult
{
    /// <summary>The questions, the best first; in the bank's order where no words were looked for.</summary>
    public required IReadOnlyList<LibraryHit> Hits { get; init; }

    /// <summary>How many questions the bank has.</summary>
    public required int Total { get; init; }

    /// <summary>Topics.</summary>
    public required IReadOnlyList<FacetCount> Topics { get; init; }

    /// <summary>Levels.</summary>
    public required IReadOnlyList<FacetCount> Levels { get; init; }

    /// <summary>Kinds of question.</summary>
    public required IReadOnlyList<FacetCount> Kinds { get; init; }

    /// <summary>Profiles.</summary>
    public required IReadOnlyList<FacetCount> Profiles { get; init; }

    /// <summary>"yes" with a lab, "no" without.</summary>
    public required IReadOnlyList<FacetCount> Labs { get; init; }

    /// <summary>How well they are known.</summary>
    public required IReadOnlyList<FacetCount> States { get; init; }
}
