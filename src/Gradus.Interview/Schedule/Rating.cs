namespace Gradus.Interview.Schedule;

/// <summary>How well something was remembered; the numbers are those of Anki and FSRS.</summary>
public enum Rating
{
    /// <summary>Not remembered.</summary>
    Again = 1,

    /// <summary>Remembered with difficulty.</summary>
    Hard = 2,

    /// <summary>Remembered.</summary>
    Good = 3,

    /// <summary>Remembered without effort.</summary>
    Easy = 4,
}
