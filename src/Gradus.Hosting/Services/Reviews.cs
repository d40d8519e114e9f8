using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services;

/// <summary>What comes back when.</summary>
public sealed class Reviews
{
    /// <summary>What is due by the end of this study day, the most overdue first; suspended questions are left out.</summary>
    /// <returns>The questions.</returns>
    public IReadOnlyList<ReviewItem> Due() => throw new NotImplementedException();

    /// <summary>What becomes due after today, the next first.</summary>
    /// <param name="days">How many study days to look ahead.</param>
    /// <returns>The questions.</returns>
    public IReadOnlyList<ReviewItem> Upcoming(int days) => throw new NotImplementedException();

    /// <summary>The schedule of a question.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>Its card; new where it was never rated.</returns>
    public CardState Card(string questionId) => throw new NotImplementedException();

    /// <summary>Rates a question, or overrules the rating of one of its answers.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="answerId">The answer whose rating is overruled, or null for a review of its own.</param>
    /// <returns>The question's schedule as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such question, or no such answer to it.</exception>
    public CardState Rate(string questionId, Rating rating, string? answerId = null) => throw new NotImplementedException();

    /// <summary>What each of the four ratings would lead to.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="answerId">The answer whose rating would be overruled, or null for a review of its own now.</param>
    /// <returns>Again, Hard, Good, Easy.</returns>
    public IReadOnlyList<ReviewPreview> Preview(string questionId, string? answerId = null) => throw new NotImplementedException();

    /// <summary>Questions that were forgotten too often and are suspended.</summary>
    /// <returns>The questions.</returns>
    public IReadOnlyList<ReviewItem> Suspended() => throw new NotImplementedException();

    /// <summary>Brings a suspended question back.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>The question's schedule as it stands then.</returns>
    public CardState Resume(string questionId) => throw new NotImplementedException();

    /// <summary>The settings that decide when things are reviewed.</summary>
    public Preferences Preferences => throw new NotImplementedException();

    /// <summary>Changes the settings; what is scheduled already keeps its date.</summary>
    /// <param name="preferences">All settings as they shall be.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public void Change(Preferences preferences) => throw new NotImplementedException();
}
