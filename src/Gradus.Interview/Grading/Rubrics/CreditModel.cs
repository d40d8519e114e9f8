namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into the probability that a careful reader would tick it.</summary>
/// <remarks>
/// Two logistic models, credit = 1 / (1 + exp(-z)); a point is earned from one half up. The weights were fitted on labelled
/// answers to six questions, and on answers to other questions as examples of what must not count; what they reach on
/// questions that they have not seen is what GraderEvaluation reports. Each weight has the sign that one expects: a met cue
/// counts most, more of the fact in the same sentences counts more, finds that are scattered over sentences count less.
/// The offset of a met cue was raised (1.53 to 2.3) when the bank's cues had become narrower than those it was fitted on.
/// </remarks>
internal static class CreditModel
{
    /// <summary>The credit of a point, 0 to 1.</summary>
    public static double Credit(PointSignals signals, bool hasCues) => Math.Clamp(1 / (1 + Math.Exp(-(hasCues ? WithCues(signals) : WithoutCues(signals)))), 0, 1);

    private static double WithCues(PointSignals signals)
    {
        double one = signals.OneSentence.Share;
        double window = signals.Window.Share;
        double z = -3.8 + (1.16 * one) + (1.13 * window) + (0.66 * signals.Topic);
        if (signals.Cue is not { } cue)
        {
            return z;
        }

        int slots = Math.Min(cue.Cue.Demanded.Length, 5);
        if (!cue.IsMet)
        {
            return z + (0.74 * cue.Share) + (0.25 * slots * cue.Share);
        }

        return z + 2.3 + (1.21 * window) + (1.11 * Math.Min(signals.MetCues - 1, 3)) - (1.09 * (cue.LastSentence - cue.FirstSentence))
            - (0.61 * Math.Min(signals.Span, 40) / 40) + (0.59 * (signals.Meaning - 4)) + (0.34 * slots) + (0.21 * cue.Extras);
    }

    private static double WithoutCues(PointSignals signals) => -2.3 + (2.75 * signals.OneSentence.Share) + (3.37 * signals.Window.Share);
}
