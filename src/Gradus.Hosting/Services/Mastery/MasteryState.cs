namespace Gradus.Hosting.Services.Mastery;

/// <summary>How well a question is known, in a word.</summary>
public enum MasteryState
{
    /// <summary>Never answered and never rated.</summary>
    New,

    /// <summary>A mastery below <see cref="MasteryLevels.Growing"/>.</summary>
    Weak,

    /// <summary>A mastery below <see cref="MasteryLevels.Mastered"/>.</summary>
    Growing,

    /// <summary>Known well, and likely to be remembered today.</summary>
    Mastered,
}
