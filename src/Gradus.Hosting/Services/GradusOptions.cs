using Gradus.Hosting.LanguageModels;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Labs;

namespace Gradus.Hosting.Services;

/// <summary>What the application is put together from.</summary>
public sealed record GradusOptions
{
    /// <summary>The folder that holds the person's state; made when missing.</summary>
    public required GradusHome Home { get; init; }

    /// <summary>The folder that holds the question files.</summary>
    public required string BankFolder { get; init; }

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The labs that can be run. Default all.</summary>
    public IReadOnlyList<Lab> Labs { get; init; } = LabCatalog.All;

    /// <summary>The bank, or null to read it from <see cref="BankFolder"/>.</summary>
    public Bank? Bank { get; init; }

    /// <summary>What several applications hold in common, or null for an application that stands alone; it takes the place of <see cref="Bank"/> and <see cref="BankFolder"/>, and is the caller's to dispose of.</summary>
    public SharedParts? Shared { get; init; }

    /// <summary>The grader, or null for the one that comes with Gradus.</summary>
    public IGrader? Grader { get; init; }

    /// <summary>The grader that comes with Gradus where it has learned the bank's words already, so that several applications over one bank learn them once; null to make one when it is first used.</summary>
    public Grader? OfflineGrader { get; init; }

    /// <summary>The language model that grades beside the grader that comes with Gradus, or null for none.</summary>
    public LanguageModelOptions? LanguageModel { get; init; }

    /// <summary>Whether the language model is somebody else's to choose: <see cref="LanguageModel"/> alone counts, and nothing about one is read from the home or written to it.</summary>
    public bool ModelIsOwners { get; init; }
}
