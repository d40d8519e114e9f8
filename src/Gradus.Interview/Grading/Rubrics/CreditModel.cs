namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into the probability that a careful reader would tick it.</summary>
/// <remarks>
/// Two logistic models, credit = 1 / (1 + exp(-z)); a point is earned from one half up. The weights were fitted on labelled
/// answers to six questions, and on answers to other questions as examples of what must not count; what they reach on
/// questions that they have not seen is what GraderEvaluation reports. Each weight has the sign that one expects: a met cue
/// counts most, more of the fact in the same sentences counts more, finds that are scattered over sentences count less.
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
        double z = -3.21 + (1.25 * one) + (1.35 * window) + (0.09 * signals.Topic) - (2.49 * signals.Naming) - (ConflictWeight * signals.Conflict);
        if (signals.Cue is not { } cue)
        {
            return z;
        }

        int slots = Math.Min(cue.Cue.Demanded.Length, 5);
        if (!cue.IsMet)
        {
            return z + (0.51 * cue.Share) + (0.17 * slots * cue.Share);
        }

        return z + 1.78 + (1.2 * window) + (0.75 * Math.Min(signals.MetCues - 1, 3)) - (0.86 * (cue.LastSentence - cue.FirstSentence))
            - (0.57 * Math.Min(signals.Span, 40) / 40) + (0.78 * (signals.Meaning - 4)) + (0.39 * slots);
    }

    private static double WithoutCues(PointSignals signals) => -2.3 + (2.75 * signals.OneSentence.Share) + (3.37 * signals.Window.Share) - (1.94 * signals.Naming) - (ConflictWeight * signals.Conflict);
}
