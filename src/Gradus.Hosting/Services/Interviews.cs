using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>Interviews: sittings of several rounds that survive a crash at any moment.</summary>
public sealed class Interviews
{
    /// <summary>Chooses the questions and asks the first.</summary>
    /// <param name="options">What kind of interview is wanted.</param>
    /// <returns>The sitting.</returns>
    /// <exception cref="UnknownIdException">The profile does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1 to 3, or the minutes are not positive.</exception>
    /// <exception cref="SittingStateException">The bank has no question for this profile and level.</exception>
    public Sitting Start(InterviewOptions options) => throw new NotImplementedException();

    /// <summary>Sittings that were neither finished nor given up, the latest first.</summary>
    /// <returns>The sittings.</returns>
    public IReadOnlyList<Sitting> Unfinished() => throw new NotImplementedException();

    /// <summary>A sitting as it stands.</summary>
    /// <param name="id">The sitting's id.</param>
    /// <returns>The sitting.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    public Sitting Get(string id) => throw new NotImplementedException();

    /// <summary>
    /// Saves the answer to the current round, grades it and asks what comes next: a follow-up where the answer left points out
    /// that one is after, else the next question of the plan.
    /// </summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <param name="text">The answer, whatever it holds.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="round">The round that is meant, or null for the current one; given, an answer to a round that is over is refused.</param>
    /// <returns>The sitting as it stands then, <see cref="Sitting.Current"/> being the next round or null.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">No round waits for an answer, or another one does.</exception>
    public Sitting Answer(string sittingId, string text, TimeSpan elapsed, int? round = null) => throw new NotImplementedException();

    /// <summary>Passes over the current round; its question counts as not remembered.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <param name="round">The round that is meant, or null for the current one.</param>
    /// <returns>The sitting as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">No round waits for an answer, or another one does.</exception>
    public Sitting Skip(string sittingId, int? round = null) => throw new NotImplementedException();

    /// <summary>Notes what a round's lab measured.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <param name="round">The round's number.</param>
    /// <param name="lab">What was measured.</param>
    /// <returns>The sitting as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting or round.</exception>
    /// <exception cref="SittingStateException">The sitting is over.</exception>
    public Sitting RecordLab(string sittingId, int round, LabSummary lab) => throw new NotImplementedException();

    /// <summary>Ends a sitting; rounds not asked yet count as passed over. Finishing again gives the same report.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <returns>The report.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">The sitting was given up.</exception>
    public SittingReport Finish(string sittingId) => throw new NotImplementedException();

    /// <summary>Gives a sitting up; its answers stay in the history.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">The sitting is finished.</exception>
    public void Abandon(string sittingId) => throw new NotImplementedException();
}
