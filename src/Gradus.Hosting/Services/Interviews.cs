using Gradus.Hosting.Store;
using Gradus.Interview.Grading;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>Interviews: sittings of several rounds that survive a crash at any moment, since their state is only ever what the log says.</summary>
public sealed class Interviews
{
    private static readonly string[] Endings = [EventCodec.Current.KindOf<SittingFinished>(), EventCodec.Current.KindOf<SittingAbandoned>()];
    private readonly Workspace _workspace;
    private readonly AnswerDesk _desk;

    internal Interviews(Workspace workspace, AnswerDesk desk)
    {
        _workspace = workspace;
        _desk = desk;
    }

    /// <summary>Chooses the questions and asks the first.</summary>
    /// <param name="options">What kind of interview is wanted.</param>
    /// <returns>The sitting.</returns>
    /// <exception cref="UnknownIdException">The profile or the topic does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1 to 3, or the minutes are not positive.</exception>
    /// <exception cref="SittingStateException">The bank has no question for what is wanted.</exception>
    public Sitting Start(InterviewOptions options)
    {
        Check(options);
        IReadOnlyList<PlannedQuestion> plan = InterviewPlanner.Plan(options, _workspace.Bank.Questions, options.PreferWeak ? Weak() : null);
        if (plan.Count == 0)
        {
            throw new SittingStateException(Nothing(options));
        }

        string id = _workspace.Ids.Next();
        _workspace.Store.Append([new SittingStarted(id, options, plan), new QuestionAsked(id, 1, plan[0].Question, plan[0].Ask, null, [], plan[0].Kind)]);
        return Get(id);
    }

    /// <summary>Refuses a profile or a topic that does not exist; <see cref="Start"/> does so too.</summary>
    /// <param name="options">What kind of interview is wanted.</param>
    /// <exception cref="UnknownIdException">The profile or the topic does not exist; the nearest are named.</exception>
    public static void Check(InterviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Profiles.Find(options.Profile) is null)
        {
            throw new UnknownIdException("profile", options.Profile, NearestId.Among(Profiles.All.Select(profile => profile.Id), options.Profile, Profiles.All.Count));
        }

        if (options.Topic is { } topic && Topics.Find(topic) is null)
        {
            throw new UnknownIdException("topic", topic, NearestId.Among(Topics.All.Select(each => each.Id), topic, 3));
        }
    }

    /// <summary>Sittings that were neither finished nor given up, the latest first.</summary>
    /// <returns>The sittings.</returns>
    public IReadOnlyList<Sitting> Unfinished() =>
        [.. _workspace.Store
            .Read(new EventFilter { Kinds = [EventCodec.Current.KindOf<SittingStarted>()], StreamLacks = Endings, Descending = true })
            .Select(logged => Get(logged.Event.Stream))];

    /// <summary>A sitting as it stands.</summary>
    /// <param name="id">The sitting's id.</param>
    /// <returns>The sitting.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    public Sitting Get(string id) => _workspace.Sitting(id).Sitting;

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
    public Sitting Answer(string sittingId, string text, TimeSpan elapsed, int? round = null)
    {
        string answerId = _workspace.Ids.Next();
        AtCurrent(sittingId, round, clearDraft: true, act: (_, current) =>
        [
            new AnswerSubmitted(
                answerId, current.Question, current.Ask, AnswerText.Storable(text), Math.Max(0, elapsed.TotalSeconds), sittingId, current.Number, current.FollowUpOf is not null),
        ]);
        return _desk.GradeRound(sittingId);
    }

    /// <summary>Passes over the current round; its question counts as not remembered.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <param name="round">The round that is meant, or null for the current one.</param>
    /// <returns>The sitting as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">No round waits for an answer, or another one does.</exception>
    public Sitting Skip(string sittingId, int? round = null)
    {
        AtCurrent(sittingId, round, clearDraft: true, act: (sitting, current) =>
        {
            List<LogEvent> events = [new RoundSkipped(sittingId, current.Number, current.Question)];
            if (AnswerDesk.IsScheduled(current))
            {
                events.Add(_desk.Rated(current.Question, Rating.Again, _workspace.Now, null));
            }

            return [.. events, .. AnswerDesk.Next(sitting, current, null)];
        });
        return Get(sittingId);
    }

    /// <summary>Takes a hint for the current round; it costs a share of the round's score.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <param name="draft">What is written so far, so that the hint is after something that is still missing.</param>
    /// <param name="round">The round that is meant, or null for the current one.</param>
    /// <returns>The sitting as it stands then; the hint is the last of its current round.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting, or its question has left the bank.</exception>
    /// <exception cref="SittingStateException">No round waits for an answer, another one does, or there is no further hint.</exception>
    public Sitting TakeHint(string sittingId, string draft = "", int? round = null)
    {
        AtCurrent(sittingId, round, clearDraft: false, act: (_, current) =>
        {
            Question question = Asked(current);
            Verdict verdict = _workspace.Grader.Grade(question, AnswerText.Storable(draft), current.Kind);
            Hint hint = HintWriter.Next(question, verdict, current.Hints)
                ?? throw new SittingStateException(current.Hints.Count >= HintWriter.Most ? $"A round has {HintWriter.Most} hints at most, and all are taken." : "Nothing is missing that a hint could lead to.");
            return [new HintTaken(sittingId, current.Number, current.Question, hint)];
        });
        return Get(sittingId);
    }

    /// <summary>Pauses a sitting; the time until it is resumed does not count. Pausing again changes nothing.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <returns>The sitting as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">The sitting is over.</exception>
    public Sitting Pause(string sittingId) => Switch(sittingId, pause: true);

    /// <summary>Goes on with a paused sitting. Resuming one that is not paused changes nothing; answering, too, goes on.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <returns>The sitting as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">The sitting is over.</exception>
    public Sitting Resume(string sittingId) => Switch(sittingId, pause: false);

    /// <summary>Notes what a round's lab measured.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <param name="round">The round's number.</param>
    /// <param name="lab">What was measured.</param>
    /// <returns>The sitting as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting or round.</exception>
    /// <exception cref="SittingStateException">The sitting is over.</exception>
    public Sitting RecordLab(string sittingId, int round, LabSummary lab)
    {
        Sitting sitting = Get(sittingId);
        if (sitting.Status != SittingStatus.Running)
        {
            throw Over(sitting);
        }

        if (round < 1 || round > sitting.Rounds.Count)
        {
            throw new UnknownIdException("round", $"{round}", [.. sitting.Rounds.Select(known => $"{known.Number}")]);
        }

        _workspace.Store.Append([new RoundProved(sittingId, round, lab)]);
        return Get(sittingId);
    }

    /// <summary>Ends a sitting; a round that waits for its answer counts as passed over, questions not asked yet do not count. Finishing again gives the same report.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <returns>The report.</returns>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">The sitting was given up.</exception>
    public SittingReport Finish(string sittingId)
    {
        while (true)
        {
            (Sitting sitting, long last) = _workspace.Sitting(sittingId);
            if (sitting.Report is { } report)
            {
                return report;
            }

            if (sitting.Status == SittingStatus.Abandoned)
            {
                throw Over(sitting);
            }

            if (sitting.Current is { AnswerId: not null } ungraded && _workspace.Bank.Find(ungraded.Question) is not null)
            {
                _desk.GradeRound(sittingId);
                continue;
            }

            SittingReporter reporter = new(_workspace.Bank.Find, question => _workspace.Schedule(schedule => schedule.Card(question).Due));
            SittingReport finished = reporter.Report(sitting, _workspace.Now, Previous(sitting));
            if (_desk.TryAppend([new SittingFinished(sittingId, finished)], new AppendCondition(sittingId, last), DraftOf(sitting)))
            {
                return finished;
            }
        }
    }

    /// <summary>The reports of the same profile and topic up to one of them.</summary>
    /// <param name="report">The last one that is wanted.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The reports, oldest first; the given one is the last.</returns>
    public IReadOnlyList<SittingReport> Trend(SittingReport report, int limit = 20)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. Reports(report.Profile, report.Topic).SkipWhile(other => other.SittingId != report.SittingId).Take(limit).Reverse()];
    }

    /// <summary>Gives a sitting up; its answers stay in the history.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <exception cref="UnknownIdException">There is no such sitting.</exception>
    /// <exception cref="SittingStateException">The sitting is finished.</exception>
    public void Abandon(string sittingId)
    {
        Sitting sitting = Get(sittingId);
        if (sitting.Status == SittingStatus.Finished)
        {
            throw Over(sitting);
        }

        if (sitting.Status == SittingStatus.Running)
        {
            _workspace.Store.Append([new SittingAbandoned(sittingId)], clearDraft: DraftOf(sitting));
        }
    }

    private static string Nothing(InterviewOptions options)
    {
        string what = options.Topic is { } topic ? $"on the topic '{topic}'" : $"for the profile '{options.Profile}'";
        return options.Rounds is RoundMix.Explain or RoundMix.Mixed
            ? $"The bank has no question {what}. Check the bank's folder with 'gradus bank check', or choose another."
            : $"The bank has no question {what} that suits {options.Rounds.ToString().ToLowerInvariant()} rounds. Choose mixed rounds, or another profile or topic.";
    }

    private static string? DraftOf(Sitting sitting) => sitting.Current is { } current ? DraftKey.ForRound(sitting.Id, current.Number) : null;

    private static SittingStateException Over(Sitting sitting) =>
        new($"The interview {sitting.Id} is {(sitting.Status == SittingStatus.Finished ? "finished" : "given up")}; start a new one.");

    /// <summary>Appends what is done at the current round, or says why it cannot be done; tries anew when something else happened in the sitting meanwhile.</summary>
    private void AtCurrent(string sittingId, int? wanted, bool clearDraft, Func<Sitting, SittingRound, IReadOnlyList<LogEvent>> act)
    {
        while (true)
        {
            (Sitting sitting, long last) = _workspace.Sitting(sittingId);
            if (sitting.Current is { AnswerId: not null } ungraded)
            {
                // A crash, or another process, has left the answer of this round ungraded; one whose question has left the bank never will be.
                if (_workspace.Bank.Find(ungraded.Question) is not null)
                {
                    _desk.GradeRound(sittingId);
                }
                else
                {
                    _desk.TryAppend([new RoundSkipped(sittingId, ungraded.Number, ungraded.Question), .. AnswerDesk.Next(sitting, ungraded, null)], new AppendCondition(sittingId, last));
                }

                continue;
            }

            if (sitting.Current is not { } current)
            {
                throw sitting.Status == SittingStatus.Running
                    ? new SittingStateException($"Every question of the interview {sittingId} is answered; finish it to see the report.")
                    : Over(sitting);
            }

            if (wanted is { } number && number != current.Number)
            {
                throw new SittingStateException($"Round {number} of the interview {sittingId} is not the one that waits for an answer; round {current.Number} is. Reload to go on there.");
            }

            // What was meant for this round must not land in the next.
            wanted = current.Number;
            if (_desk.TryAppend(act(sitting, current), new AppendCondition(sittingId, last), clearDraft ? DraftKey.ForRound(sittingId, current.Number) : null))
            {
                return;
            }
        }
    }

    /// <summary>The question of a round with the rubric that the round is graded by.</summary>
    private Question Asked(SittingRound round)
    {
        Question question = _workspace.Question(round.Question);
        return round.FollowUpOf is null ? question : FollowUpChoice.Narrow(question, round.Ask, round.Points);
    }

    private Sitting Switch(string sittingId, bool pause)
    {
        while (true)
        {
            (Sitting sitting, long last) = _workspace.Sitting(sittingId);
            if (sitting.Status != SittingStatus.Running)
            {
                throw Over(sitting);
            }

            if (pause == sitting.PausedAt is not null || _desk.TryAppend([pause ? new SittingPaused(sittingId) : new SittingResumed(sittingId)], new AppendCondition(sittingId, last)))
            {
                return Get(sittingId);
            }
        }
    }

    private SittingReport? Previous(Sitting sitting) => Reports(sitting.Options.Profile, sitting.Options.Topic).FirstOrDefault(report => report.SittingId != sitting.Id);

    /// <summary>The reports of a profile and topic, the newest first.</summary>
    private IEnumerable<SittingReport> Reports(string profile, string? topic) =>
        _workspace.Store.Read(new EventFilter { Kinds = [EventCodec.Current.KindOf<SittingFinished>()], Descending = true })
            .Select(logged => (logged.Event as SittingFinished)?.Report)
            .OfType<SittingReport>()
            .Where(report => report.Profile == profile && report.Topic == topic);

    private HashSet<string> Weak() => _workspace.Schedule(schedule =>
    {
        DateTimeOffset now = _workspace.Now;
        return schedule.Cards.Where(card => card.Due <= now || card.LastRating is Rating.Again or Rating.Hard).Select(card => card.Id).ToHashSet();
    });
}
