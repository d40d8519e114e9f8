namespace Gradus.Interview.Grading.Cues;

/// <summary>A slot, ready to be looked for.</summary>
/// <param name="Demand">What is demanded.</param>
/// <param name="Relation">How the parts stand to each other.</param>
/// <param name="Parts">One list of alternatives for each part.</param>
/// <param name="IsTopic">Whether it only names what the question is about, which an answer may leave unsaid.</param>
internal sealed record CompiledSlot(SlotDemand Demand, SlotRelation Relation, CompiledTerm[][] Parts, bool IsTopic);

/// <summary>A cue, ready to be looked for.</summary>
internal sealed class CompiledCue
{
    private CompiledCue(string text, CompiledSlot[] slots)
    {
        Text = text;
        Slots = slots;
        Demanded = [.. slots.Where(slot => slot.Demand is SlotDemand.Present or SlotDemand.Denied)];
        Blockers = [.. slots.Where(slot => slot.Demand == SlotDemand.Absent)];
        Optional = [.. slots.Where(slot => slot.Demand == SlotDemand.Optional)];
    }

    public string Text { get; }

    public CompiledSlot[] Slots { get; }

    public CompiledSlot[] Demanded { get; }

    public CompiledSlot[] Blockers { get; }

    public CompiledSlot[] Optional { get; }

    /// <summary>Whether a demanded slot may go unsaid: the subject of the question may, where enough else is said about it.</summary>
    public bool MayMiss(int slot) => Demanded[slot].IsTopic && Demanded.Length > 2;

    /// <summary>Compiles a cue, or gives null for one that cannot be read; the linter reports it.</summary>
    public static CompiledCue? Of(string text, IReadOnlySet<string> topicConcepts)
    {
        Cue? cue = CueParser.Parse(text, out _);
        if (cue is null)
        {
            return null;
        }

        CompiledSlot[] slots = [.. cue.Slots.Select(slot => new CompiledSlot(
            slot.Demand,
            slot.Relation,
            [.. slot.Parts.Select(part => part.Select(term => new CompiledTerm(term)).ToArray())],
            slot.Demand == SlotDemand.Present && slot.Relation == SlotRelation.None && slot.Parts[0].Any(term => term.Kind == CueTermKind.Concept && topicConcepts.Contains(term.Text))))];
        return new CompiledCue(text, slots);
    }
}
