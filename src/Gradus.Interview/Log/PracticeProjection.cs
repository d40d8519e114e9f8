using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>Folds answers, reviews and lab runs into what was done when, and how well each question went.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
public sealed class PracticeProjection
{
    private readonly Dictionary<string, QuestionPractice> _questions = [];
    private readonly HashSet<string> _graded = [];
    private readonly HashSet<string> _followUps = [];
    private readonly List<PracticeAct> _acts = [];

    // Of each question, so that one can be taken back.
    private readonly Dictionary<string, List<(string Id, Rating Rating, PracticeAct? Act)>> _ratings = [];

    /// <summary>The furthest place in the log of which an event was folded.</summary>
    public long Sequence { get; private set; }

    /// <summary>What was done, in the order of the log.</summary>
    public IReadOnlyList<PracticeAct> Acts => _acts;

    /// <summary>How a question went.</summary>
    /// <param name="question">The question's id.</param>
    /// <returns>Its practice, or null where it was never answered or rated.</returns>
    public QuestionPractice? Of(string question) => _questions.GetValueOrDefault(question);

    /// <summary>Takes in one more event; what is no practice is passed over.</summary>
    /// <param name="logged">The event; events are told in the order of time, since the newest answer to a question weighs most.</param>
    public void Apply(LoggedEvent logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        Sequence = Math.Max(Sequence, logged.Sequence);
        switch (logged.Event)
        {
            case AnswerSubmitted submitted:
                _acts.Add(new PracticeAct(logged.At, PracticeActKind.Answer));
                if (submitted.FollowUp)
                {
                    _followUps.Add(submitted.AnswerId);
                }

                break;
            case AnswerGraded graded when _graded.Add(graded.AnswerId):
                // A follow-up asks for a part only; what it earns says little about the whole question.
                if (!_followUps.Contains(graded.AnswerId))
                {
                    Change(graded.Question, practice => practice.With(graded.Verdict.Score, logged.At));
                }

                break;
            case ReviewRated rated:
                Rate(rated, logged);
                break;
            case ReviewUndone undone:
                TakeBack(undone);
                break;
            case LabRan:
                _acts.Add(new PracticeAct(logged.At, PracticeActKind.Lab));
                break;
        }
    }

    private void Rate(ReviewRated rated, LoggedEvent logged)
    {
        PracticeAct? act = rated.AnswerId is null ? new PracticeAct(logged.At, PracticeActKind.Review) : null;
        if (act is { } review)
        {
            _acts.Add(review);
        }

        if (!_ratings.TryGetValue(rated.Question, out List<(string Id, Rating Rating, PracticeAct? Act)>? ratings))
        {
            _ratings[rated.Question] = ratings = [];
        }

        ratings.Add((logged.Id, rated.Rating, act));
        Change(rated.Question, practice => practice with { LastRating = rated.Rating });
    }

    private void TakeBack(ReviewUndone undone)
    {
        List<(string Id, Rating Rating, PracticeAct? Act)> ratings = _ratings.GetValueOrDefault(undone.Question) ?? [];
        int place = ratings.FindIndex(rating => rating.Id == undone.RatingId);
        if (place < 0)
        {
            return;
        }

        if (ratings[place].Act is { } act)
        {
            _acts.Remove(act);
        }

        ratings.RemoveAt(place);
        Change(undone.Question, practice => practice with { LastRating = ratings.Count > 0 ? ratings[^1].Rating : null });
    }

    private void Change(string question, Func<QuestionPractice, QuestionPractice> change) =>
        _questions[question] = change(_questions.GetValueOrDefault(question) ?? new QuestionPractice());
}
