namespace Gradus.Interview.Grading.Likeness;

/// <summary>How a text stands to the passages of one point or misconception.</summary>
internal record struct PassageSignals
{
    /// <summary>The regression's output: about 1 where the text says it, about 0 where it says other things.</summary>
    public double Strength { get; set; }

    /// <summary>The same from directions in the space of words; points only, 0 where the bank is too small for such a space.</summary>
    public double Meaning { get; set; }

    /// <summary>The likeness to the nearest passage that says it, 0 to 1.</summary>
    public double Nearest { get; set; }

    /// <summary>The likeness to the nearest passage that does not: those written as near misses, and for a misconception also what states a point.</summary>
    public double NearestOther { get; set; }

    /// <summary>By how much the nearest passage that says it is nearer than any that does not.</summary>
    public readonly double Lead => Nearest - NearestOther;
}
