using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>What was found in one answer.</summary>
/// <param name="Prose">Whether it reads as prose.</param>
/// <param name="Points">The signals of each point, in the rubric's order.</param>
/// <param name="Misconceptions">Where each misconception is asserted, or null.</param>
/// <param name="Finder">Looks terms up in the answer.</param>
/// <param name="Usable">The sentences that may earn something.</param>
/// <param name="Passages">How the answer stands to the question's passages, or null where it has none.</param>
internal sealed record Examination(Prose Prose, PointSignals[] Points, SentenceRun?[] Misconceptions, TermFinder Finder, bool[] Usable, AnswerPassages? Passages);
