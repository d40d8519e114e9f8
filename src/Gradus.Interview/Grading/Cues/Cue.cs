namespace Gradus.Interview.Grading.Cues;

/// <summary>A cue: slots that are found together.</summary>
/// <param name="Text">The cue as written.</param>
/// <param name="Slots">Its slots.</param>
internal sealed record Cue(string Text, IReadOnlyList<CueSlot> Slots);

/// <summary>A fault in a cue.</summary>
/// <param name="Column">Where it is, counted from 1.</param>
/// <param name="Message">What came and what was needed.</param>
internal sealed record CueError(int Column, string Message);
