using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Calibration;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Hosting.Services;

/// <summary>What the person's own reviews say of their memory: weights fitted to them, how well the schedule foretells, and new dates where they are asked for.</summary>
public sealed class ReviewMemory
{
    // No day of a new plan may bring more than this many times the mean of the last fourteen, so that new dates are no flood.
    private const double MostGrowth = 1.5;
    private const int MeanOver = 14;
    private const int LeastLimit = 10;

    private readonly Workspace _workspace;

    internal ReviewMemory(Workspace workspace) => _workspace = workspace;

    /// <summary>The weights in force.</summary>
    public IReadOnlyList<double> Weights => _workspace.Schedule(schedule => schedule.Model is Fsrs6 fsrs ? fsrs.Weights : Fsrs6.DefaultWeights);

    /// <summary>When weights were fitted last, with what came of it; null where the defaults are in force.</summary>
    public LoggedEvent? LastFit => _workspace.Store.Read(new EventFilter { Kinds = [EventCodec.Current.KindOf<WeightsFitted>()], Descending = true, Limit = 1 }).FirstOrDefault();

    /// <summary>Fits weights to a log and tells what came of it; nothing is stored.</summary>
    /// <param name="log">The log, or null for the person's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The report.</returns>
    public FitReport Try(ReviewLog? log = null, CancellationToken cancellationToken = default) =>
        FitReport.Make(log ?? Log(), log is null ? Weights : Fsrs6.DefaultWeights, cancellationToken);

    /// <summary>Fits weights to the person's reviews and keeps them where they foretell held-out days better than those in force. No date moves.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The report; the weights are kept where it says that they are better.</returns>
    public FitReport Optimize(CancellationToken cancellationToken = default)
    {
        FitReport report = Try(null, cancellationToken);
        if (report.Better)
        {
            _workspace.Store.Append([new WeightsFitted(report.Weights, report.Stage, report.Scored, report.HeldOutBefore, report.HeldOutAfter)]);
        }

        return report;
    }

    /// <summary>How well recall is foretold on the person's reviews, by the schedule and by simpler ways.</summary>
    /// <param name="log">The log, or null for the person's own.</param>
    /// <returns>FSRS-6 with the weights in force and with the defaults, the moving average, SM-2; the first is what the schedule uses.</returns>
    public IReadOnlyList<RecallCalibration> Calibrate(ReviewLog? log = null)
    {
        ReviewLog reviews = log ?? Log();
        return
        [
            RecallCalibration.Of("FSRS-6, your weights", RecallForecast.Fsrs(reviews, log is null ? Weights : Try(log).Weights)),
            RecallCalibration.Of("FSRS-6, defaults", RecallForecast.Fsrs(reviews, Fsrs6.DefaultWeights)),
            RecallCalibration.Of("moving average", RecallForecast.MovingAverage(reviews)),
            RecallCalibration.Of("SM-2", RecallForecast.Sm2(reviews)),
        ];
    }

    /// <summary>How many reviews each of the coming study days brings as things stand: today with what is overdue, then the days after it.</summary>
    /// <param name="days">How many days, at least 1.</param>
    /// <returns>The numbers.</returns>
    public IReadOnlyList<int> Load(int days) => _workspace.Schedule(schedule => Count(
        schedule.Cards.Where(card => !card.Suspended && card.Due is not null).Select(card => schedule.Days.Of(card.Due!.Value)), schedule.Days.Of(_workspace.Now), days));

    /// <summary>New dates for everything by the weights and settings in force, spread so that no day brings a flood; nothing is stored.</summary>
    /// <returns>The plan.</returns>
    public ReschedulePlan PlanReschedule() => _workspace.Schedule(schedule =>
    {
        DateOnly today = schedule.Days.Of(_workspace.Now);
        int limit = Limit(schedule, today);
        List<CardState> cards = [.. schedule.Cards.Where(card => _workspace.Reviewed(card.Id) is not null)];
        IReadOnlyList<PlannedReview> dates = LoadPlan.Make(cards, schedule.Model, schedule.Preferences, today, limit);
        PlannedReview[] moved = [.. dates.Where(date => schedule.Days.Of(schedule.Card(date.Question).Due!.Value) != date.Day)];
        return new ReschedulePlan(moved, limit, Count(dates.Select(date => date.Day), today, MeanOver));
    });

    /// <summary>Gives everything new dates, as <see cref="PlanReschedule"/> plans them.</summary>
    /// <returns>The plan that now holds.</returns>
    public ReschedulePlan Reschedule()
    {
        ReschedulePlan plan = PlanReschedule();
        if (plan.Moved.Count > 0)
        {
            _workspace.Store.Append([new ReviewsRescheduled(plan.Moved)]);
        }

        return plan;
    }

    private static int Limit(ScheduleProjection schedule, DateOnly today)
    {
        int lately = schedule.Histories.SelectMany(history => history.Reviews.Select(review => (history.Card, review.Day)))
            .Distinct()
            .Count(review => review.Day < today && review.Day >= today.AddDays(-MeanOver));
        int calm = Math.Max(LeastLimit, (int)Math.Ceiling(MostGrowth * lately / MeanOver));
        return Math.Min(schedule.Preferences.ReviewsPerDay ?? Preferences.DefaultReviewsPerDay, calm);
    }

    private static int[] Count(IEnumerable<DateOnly> dates, DateOnly today, int days)
    {
        int[] counts = new int[days];
        foreach (DateOnly date in dates)
        {
            int day = Math.Max(0, date.DayNumber - today.DayNumber);
            if (day < days)
            {
                counts[day]++;
            }
        }

        return counts;
    }

    private ReviewLog Log() => _workspace.Schedule(schedule => ReviewLog.Of(schedule.Histories));
}
