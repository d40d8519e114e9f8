namespace Gradus.Interview.Grading.Cues;

/// <summary>Looks a cue up in every sentence and every pair of neighbouring sentences of a text.</summary>
internal sealed class CueMatcher(TermFinder finder)
{
    private readonly SlotFinder _slots = new(finder);

    /// <summary>Where the slots of a cue stand, or null where none that is demanded is found.</summary>
    public CueHits? Find(CompiledCue cue) => CueHits.Of(cue, _slots, finder.Text);

    /// <summary>The best match of a cue, or null where no slot is found.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="mostSentences">How many neighbouring sentences may share the slots.</param>
    /// <param name="usable">Sentences that may count.</param>
    public CueMatch? Best(CompiledCue cue, int mostSentences, bool[] usable) => Find(cue)?.Best(mostSentences, usable);
}
