namespace Gradus.Interview.Grading.Cues;

/// <summary>Looks cues up in every sentence and every pair of neighbouring sentences of a text, each cue once.</summary>
internal sealed class CueMatcher(TermFinder finder)
{
    private readonly SlotFinder _slots = new(finder);
    private readonly Dictionary<CompiledCue, CueHits?> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where the slots of a cue stand, or null where none that is demanded is found.</summary>
    public CueHits? Find(CompiledCue cue)
    {
        if (!_found.TryGetValue(cue, out CueHits? hits))
        {
            _found[cue] = hits = CueHits.Of(cue, _slots, finder.Text);
        }

        return hits;
    }

    /// <summary>The best match of a cue, or null where no slot is found.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="mostSentences">How many neighbouring sentences may share the slots.</param>
    /// <param name="usable">Sentences that may count.</param>
    public CueMatch? Best(CompiledCue cue, int mostSentences, bool[] usable) => Find(cue)?.Best(mostSentences, usable);
}
