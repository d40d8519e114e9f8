namespace Gradus.Interview.Grading.Cues;

/// <summary>How well a cue is met, and where.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="Share">The share of its demanded slots that are found; 1 means that it is met.</param>
/// <param name="FirstSentence">The first sentence of the window.</param>
/// <param name="LastSentence">The last sentence of the window.</param>
/// <param name="Hits">Where the slots were found.</param>
/// <param name="Extras">How many optional slots were found.</param>
internal sealed record CueMatch(CompiledCue Cue, double Share, int FirstSentence, int LastSentence, IReadOnlyList<Occurrence> Hits, int Extras)
{
    public bool IsMet => Share >= 1;

    /// <summary>Larger is better: whole before part, one sentence before two, more slots before fewer.</summary>
    public double Rank => RankOf(Cue, Share, FirstSentence, LastSentence, Extras);

    /// <summary>The rank that a match has or would have.</summary>
    public static double RankOf(CompiledCue cue, double share, int firstSentence, int lastSentence, int extras) =>
        share - (0.02 * (lastSentence - firstSentence)) + (0.005 * Math.Min(cue.Demanded.Length, 6)) + (0.005 * extras);
}
