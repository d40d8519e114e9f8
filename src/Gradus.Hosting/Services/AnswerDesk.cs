using Gradus.Hosting.Store;
using Gradus.Interview.Grading;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>
/// Grades answers that are in the log already. The verdict, the rating that it proposes and the next round of a sitting are appended as one, so that a
/// crash leaves either an ungraded answer, which is graded at the next open, or all three.
/// </summary>
internal sealed class AnswerDesk(Workspace workspace)
{
    /// <summary>Grades a practice answer.</summary>
    public void Grade(LoggedEvent logged, AnswerSubmitted submitted)
    {
        Question question = workspace.Question(submitted.Question);
        Verdict verdict = workspace.Grader.Grade(question, submitted.Text);
        try
        {
            workspace.Store.Append(
                [new AnswerGraded(submitted.AnswerId, question.Id, verdict), Rated(question.Id, ProposedRating.For(verdict), logged.At, submitted.AnswerId)],
                new AppendCondition(submitted.Stream, logged.Sequence));
        }
        catch (StoreConflictException)
        {
            // Another process found the answer ungraded too and was faster; its verdict is the same.
        }
    }

    /// <summary>Grades the answer of the current round, if it has one, and asks what comes next.</summary>
    /// <returns>The sitting as it stands then.</returns>
    public Sitting GradeRound(string sittingId)
    {
        while (true)
        {
            (Sitting sitting, long last) = workspace.Sitting(sittingId);
            if (sitting.Current is not { AnswerId: { } answerId, Answer: { } text, AnsweredAt: { } at } round)
            {
                return sitting;
            }

            Question question = workspace.Question(round.Question);
            Question asked = round.FollowUpOf is null ? question : FollowUpChoice.Narrow(question, round.Ask, round.Points);
            Verdict verdict = workspace.Grader.Grade(asked, text, round.Kind);
            List<LogEvent> events = [new AnswerGraded(answerId, question.Id, verdict, sittingId, round.Number)];
            if (IsScheduled(round))
            {
                events.Add(Rated(question.Id, ProposedRating.For(verdict with { Score = HintWriter.After(verdict.Score, round.Hints) }), at, answerId));
            }

            bool followedUp = round.FollowUpOf is null && round.Kind is RoundKind.Explain or RoundKind.System;
            FollowUpChoice? followUp = followedUp ? FollowUpChoice.For(question, verdict) : null;
            events.AddRange(Next(sitting, round, followUp));
            if (TryAppend(events, new AppendCondition(sittingId, last)))
            {
                return workspace.Sitting(sittingId).Sitting;
            }
        }
    }

    /// <summary>The round that comes after one: a follow-up, else the next question of the plan, else none.</summary>
    public static IEnumerable<QuestionAsked> Next(Sitting sitting, SittingRound round, FollowUpChoice? followUp)
    {
        int number = sitting.Rounds.Count + 1;
        if (followUp is not null)
        {
            yield return new QuestionAsked(sitting.Id, number, round.Question, followUp.Ask, round.Number, followUp.Points);
        }
        else if (sitting.PlannedLeft > 0)
        {
            PlannedQuestion next = sitting.Plan[sitting.PlannedAsked];
            yield return new QuestionAsked(sitting.Id, number, next.Question, next.Ask, null, [], next.Kind);
        }
    }

    /// <summary>Whether a round says how well its question is remembered: a follow-up does not, nor one that was asked because it lies beyond the person.</summary>
    public static bool IsScheduled(SittingRound round) => round.FollowUpOf is null && round.Kind != RoundKind.Unknown;

    public ReviewRated Rated(string question, Rating rating, DateTimeOffset at, string? answer) => new(question, rating, workspace.StudyDay(at), answer, Proposed: true);

    public bool TryAppend(IReadOnlyList<LogEvent> events, AppendCondition condition, string? clearDraft = null)
    {
        try
        {
            workspace.Store.Append(events, condition, clearDraft);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    /// <summary>Grades every answer that a crash left ungraded; those whose question has left the bank stay as they are.</summary>
    /// <returns>A line for each answer that the grader fails on. It stays saved, does not keep the others from being graded, and is tried again at the next open.</returns>
    public IReadOnlyList<string> GradeLeftOvers()
    {
        List<string> failed = [];
        EventFilter ungraded = new() { Kinds = [EventCodec.Current.KindOf<AnswerSubmitted>()], AnswerLacks = EventCodec.Current.KindOf<AnswerGraded>() };
        foreach (LoggedEvent logged in workspace.Store.Read(ungraded))
        {
            if (logged.Event is not AnswerSubmitted submitted || workspace.Bank.Find(submitted.Question) is null)
            {
                continue;
            }

            try
            {
                if (submitted.SittingId is { } sitting)
                {
                    GradeRound(sitting);
                }
                else
                {
                    Grade(logged, submitted);
                }
            }
            catch (Exception error) when (error is not StoreException)
            {
                failed.Add($"The answer to '{submitted.Question}' of {logged.At:yyyy-MM-dd} could not be graded ({error.GetType().Name}: {error.Message}); it stays saved and is tried again at the next start.");
            }
        }

        return failed;
    }
}
