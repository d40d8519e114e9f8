namespace Gradus.Interview.Questions;

/// <summary>Which kinds of rounds an interview has.</summary>
public enum RoundMix
{
    /// <summary>Every round is explained to an interviewer.</summary>
    Explain,

    /// <summary>Most are; one is taught, from four rounds on one lies beyond the candidate, from five on one designs a system, where the bank has it.</summary>
    Mixed,

    /// <summary>Every round is taught to a listener who is no expert.</summary>
    Teach,

    /// <summary>Every round lies beyond the candidate.</summary>
    Unknown,

    /// <summary>A system is designed.</summary>
    System,
}
