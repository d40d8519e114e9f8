using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>The person changed a setting.</summary>
/// <param name="Preferences">All settings as they are now.</param>
public sealed record PreferencesChanged(Preferences Preferences) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "preferences";
}
