namespace Gradus.Interview.Grading.Cues;

/// <summary>What a slot demands.</summary>
internal enum SlotDemand
{
    /// <summary>Found and asserted.</summary>
    Present,

    /// <summary>Not found: an asserted one blocks the cue.</summary>
    Absent,

    /// <summary>Found and denied.</summary>
    Denied,

    /// <summary>Nothing; found, it makes the cue more certain.</summary>
    Optional,
}

/// <summary>How the parts of a slot stand to each other.</summary>
internal enum SlotRelation
{
    /// <summary>The slot has one part.</summary>
    None,

    /// <summary><c>a&gt;b</c>: in this order in one sentence.</summary>
    Before,

    /// <summary><c>a~b</c>: close together in one clause, in any order.</summary>
    Near,
}

/// <summary>One slot of a cue.</summary>
/// <param name="Demand">What is demanded.</param>
/// <param name="Relation">How the parts stand to each other.</param>
/// <param name="Parts">One list of alternatives for each part.</param>
/// <param name="Text">The slot as written.</param>
internal sealed record CueSlot(SlotDemand Demand, SlotRelation Relation, IReadOnlyList<IReadOnlyList<CueTerm>> Parts, string Text);
