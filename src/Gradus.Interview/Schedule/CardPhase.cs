namespace Gradus.Interview.Schedule;

/// <summary>Where a card stands.</summary>
public enum CardPhase
{
    /// <summary>Never reviewed.</summary>
    New,

    /// <summary>In the first steps, minutes apart.</summary>
    Learning,

    /// <summary>Learned; intervals of days.</summary>
    Review,

    /// <summary>Forgotten after having been learned, in short steps again.</summary>
    Relearning,
}
