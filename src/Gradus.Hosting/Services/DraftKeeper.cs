namespace Gradus.Hosting.Services;

/// <summary>Saves what is being typed, at most half a second behind, without writing at every key.</summary>
/// <param name="practice">Keeps the drafts.</param>
/// <param name="key">The draft's name, see <see cref="DraftKey"/>.</param>
/// <param name="clock">The clock.</param>
public sealed class DraftKeeper(Practice practice, string key, TimeProvider clock)
{
    private string _saved = practice.LoadDraft(key)?.Text ?? "";
    private long? _unsavedSince;

    /// <summary>How long what was typed may stay unsaved while <see cref="Keep"/> is called.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Tells what is typed by now; call it at every key, and some times a second while nothing is typed.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="elapsed">The time spent so far.</param>
    public void Keep(string text, TimeSpan elapsed)
    {
        if (text == _saved)
        {
            _unsavedSince = null;
            return;
        }

        _unsavedSince ??= clock.GetTimestamp();
        if (clock.GetElapsedTime(_unsavedSince.Value) >= Longest)
        {
            Flush(text, elapsed);
        }
    }

    /// <summary>Saves at once what is not saved yet.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="elapsed">The time spent so far.</param>
    public void Flush(string text, TimeSpan elapsed)
    {
        if (text != _saved)
        {
            practice.SaveDraft(key, text, elapsed);
            _saved = text;
        }

        _unsavedSince = null;
    }
}
