using Gradus.Interview.Grading.Checks;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Structures;

/// <summary>What the judges of the kinds of rounds have in common: how a part that was heard is told, and how the verdict by a structure follows from the one by the rubric.</summary>
internal static class StructuredVerdict
{
    /// <summary>The decimals of scores and shares.</summary>
    private const int Decimals = 4;

    /// <summary>A part that is there or is not.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="title">What it is.</param>
    /// <param name="missing">What to add where it is not there.</param>
    /// <param name="heard">The words that show it, or null.</param>
    public static StructurePart Part(string id, string title, string missing, Evidence? heard) =>
        heard is null ? new StructurePart(id, title, 0, missing, null) : new StructurePart(id, title, 1, Said(title), heard);

    /// <summary>What is noted of a part that is there.</summary>
    public static string Said(string title) => $"{title}: said.";

    /// <summary>A share or score as it is kept: from 0 to 1, rounded.</summary>
    public static double Share(double share) => Math.Round(Math.Clamp(share, 0, 1), Decimals);

    extension(Verdict verdict)
    {
        /// <summary>The verdict by the structure of a round.</summary>
        /// <param name="kind">The kind of round.</param>
        /// <param name="score">The score by the structure, before it is kept within 0 and 1.</param>
        /// <param name="parts">The parts.</param>
        /// <param name="checks">The checks in place of those of the rubric.</param>
        /// <param name="jargon">Terms that were not explained.</param>
        public Verdict By(RoundKind kind, double score, IReadOnlyList<StructurePart> parts, IReadOnlyList<AnswerCheck> checks, IReadOnlyList<Evidence>? jargon = null) => verdict with
        {
            Score = Share(score),
            Structure = new AnswerStructure(kind, verdict.Score, parts, jargon ?? []),
            Checks = checks,
        };

        /// <summary>The checks without that of the order of principle, reason, example and pitfall, which other structures do not ask for.</summary>
        public AnswerCheck[] ChecksBesidesOrder => [.. verdict.Checks.Where(check => check.Kind != CheckKind.Order)];
    }
}
