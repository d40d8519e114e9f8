namespace Gradus.Interview.Grading.Cues;

/// <summary>Gives each slot of a cue a place of its own, as many slots as possible.</summary>
/// <param name="hits">Where each slot is found.</param>
internal sealed class SlotPlaces(Occurrence[][] hits)
{
    private readonly Occurrence?[] _places = new Occurrence?[hits.Length];

    /// <summary>The place that each slot was given last, or null.</summary>
    public ReadOnlySpan<Occurrence?> Places => _places;

    /// <summary>The places in the order of their slots.</summary>
    public Occurrence[] Taken => [.. _places.OfType<Occurrence>()];

    /// <summary>Gives the slots places between two tokens.</summary>
    /// <returns>How many slots have one.</returns>
    public int Assign(int start, int end)
    {
        Array.Clear(_places);
        int found = 0;
        for (int slot = 0; slot < hits.Length; slot++)
        {
            HashSet<(int, Occurrence)>? tried = null;
            found += TryAssign(slot, start, end, ref tried) ? 1 : 0;
        }

        return found;
    }

    private bool TryAssign(int slot, int start, int end, ref HashSet<(int Slot, Occurrence Hit)>? tried)
    {
        foreach (Occurrence hit in hits[slot])
        {
            if (!hit.IsInside(start, end))
            {
                continue;
            }

            int taken = Owner(hit);
            if (taken >= 0)
            {
                // Whoever has the place moves to another one if it can. Few places are wanted twice: only then is there anything to remember.
                tried ??= [];
                if (!tried.Add((slot, hit)) || taken == slot || !TryAssign(taken, start, end, ref tried))
                {
                    continue;
                }
            }

            _places[slot] = hit;
            return true;
        }

        return false;
    }

    private int Owner(Occurrence hit)
    {
        for (int i = 0; i < _places.Length; i++)
        {
            if (_places[i] is { } held && held.First == hit.First && held.Last == hit.Last)
            {
                return i;
            }
        }

        return -1;
    }
}
