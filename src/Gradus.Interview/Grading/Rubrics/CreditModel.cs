namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into the probability that a careful reader would tick it.</summary>
/// <remarks>
/// Two logistic models, credit = 1 / (1 + exp(-z)); a point is earned from one half up. The weights were fitted on labelled
/// answers and single sentences for six questions, with answers to other questions as examples of what must not count; what
/// they reach on questions that they have not seen is what GraderEvaluation reports. Most have the sign that one expects: a
/// met cue counts most, more of the fact counts more, finds that are scattered over sentences count less. The small negative
/// weight of the topic says that an answer full of the topic's words needs more than those words.
/// </remarks>
internal static class CreditModel
{
    /// <summary>A fact turned into its opposite is not the fact; set by hand, since labelled answers hold few such cases.</summary>
    private const double ConflictWeight = 4;

    /// <summary>The credit of a point, 0 to 1.</summary>
    public static double Credit(PointSignals signals, bool hasCues) => Math.Clamp(1 / (1 + Math.Exp(-(hasCues ? WithCues(signals) : WithoutCues(signals)))), 0, 1);

    private static double WithCues(PointSignals signals)
    {
        double one = signals.OneSentence.Share;
        double window = signals.Window.Share;
        double z = -3.03 + (1.03 * one) + (0.89 * window) - (0.36 * signals.Topic) - (2.34 * signals.Naming) - (ConflictWeight * signals.Conflict);
        if (signals.Cue is not { } cue)
        {
            return z;
        }

        int slots = Math.Min(cue.Cue.Demanded.Length, 5);
        if (!cue.IsMet)
        {
            return z + (0.48 * cue.Share) + (0.29 * slots * cue.Share);
        }

        return z + 2.46 + (0.32 * window) + (1.18 * Math.Min(signals.MetCues - 1, 3)) - (1.92 * (cue.LastSentence - cue.FirstSentence))
            - (0.24 * Math.Min(signals.Span, 40) / 40) + (1.03 * (signals.Meaning - 4)) + (0.68 * slots) + (0.16 * cue.Extras);
    }

    private static double WithoutCues(PointSignals signals) => -2.3 + (2.75 * signals.OneSentence.Share) + (3.37 * signals.Window.Share) - (1.94 * signals.Naming) - (ConflictWeight * signals.Conflict);
}
