using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>Looks a cue up in every sentence and every pair of neighbouring sentences of a text.</summary>
internal sealed class CueMatcher(TermFinder finder)
{
    private const int NearWords = 6;
    private const int ShortWords = 36;
    private readonly AnalysedText _text = finder.Text;

    /// <summary>The best match of a cue, or null where no slot is found.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="mostSentences">How many neighbouring sentences may share the slots.</param>
    /// <param name="usable">Sentences that may count.</param>
    public CueMatch? Best(CompiledCue cue, int mostSentences, bool[] usable)
    {
        List<Occurrence>[] hits = [.. cue.Demanded.Select(Hits)];
        if (Array.TrueForAll(hits, found => found.Count == 0))
        {
            return null;
        }

        List<Occurrence>[] blockers = [.. cue.Blockers.Select(Hits)];
        List<Occurrence>[] extras = [.. cue.Optional.Select(Hits)];
        CueMatch? best = null;
        for (int first = 0; first < _text.SentenceCount; first++)
        {
            for (int last = first; last < _text.SentenceCount && usable[last] && usable[first] && (last < first + mostSentences || (mostSentences > 1 && IsShort(first, last))); last++)
            {
                CueMatch? match = Window(cue, hits, blockers, extras, first, last);
                best = match is not null && (best is null || match.Rank > best.Rank) ? match : best;
            }
        }

        return best;
    }

    /// <summary>Three short pieces, as a transcript is cut into, stand for two sentences.</summary>
    private bool IsShort(int first, int last) => last - first <= 3 && _text.WordsBetween(first, last) <= ShortWords;

    private CueMatch? Window(CompiledCue cue, List<Occurrence>[] hits, List<Occurrence>[] blockers, List<Occurrence>[] extras, int first, int last)
    {
        (int start, int _) = _text.Range(first);
        (int _, int end) = _text.Range(last);
        bool Inside(Occurrence hit) => hit.First >= start && hit.Last < end;
        if (Array.Exists(blockers, list => list.Exists(Inside)))
        {
            return null;
        }

        List<Occurrence>[] inside = [.. hits.Select(list => list.FindAll(Inside))];
        Occurrence?[] chosen = Assign(inside);
        int found = chosen.Count(hit => hit is not null);
        if (found == 0 || (last > first && found < 2))
        {
            return null;
        }

        // The subject of the question may go unsaid where enough else is said about it.
        int demanded = chosen.Length;
        for (int i = 0; i < chosen.Length; i++)
        {
            demanded -= chosen[i] is null && cue.Demanded[i].IsTopic && chosen.Length > 2 ? 1 : 0;
        }

        return new CueMatch(cue, Math.Min(1, (double)found / demanded), first, last, [.. chosen.OfType<Occurrence>()], extras.Count(list => list.Exists(Inside)));
    }

    /// <summary>Gives each slot a place of its own, as many slots as possible.</summary>
    private static Occurrence?[] Assign(List<Occurrence>[] hits)
    {
        Occurrence?[] owner = new Occurrence?[hits.Length];
        for (int i = 0; i < hits.Length; i++)
        {
            TryAssign(hits, owner, i, new HashSet<(int, Occurrence)>());
        }

        return owner;
    }

    private static bool TryAssign(List<Occurrence>[] hits, Occurrence?[] owner, int slot, HashSet<(int Slot, Occurrence Hit)> tried)
    {
        foreach (Occurrence hit in hits[slot])
        {
            if (!tried.Add((slot, hit)))
            {
                continue;
            }

            int taken = Array.FindIndex(owner, other => other is { } held && held.First == hit.First && held.Last == hit.Last);
            if (taken < 0 || (taken != slot && TryAssign(hits, owner, taken, tried)))
            {
                owner[slot] = hit;
                return true;
            }
        }

        return false;
    }

    private List<Occurrence> Hits(CompiledSlot slot)
    {
        bool denied = slot.Demand == SlotDemand.Denied;
        List<Occurrence> hits = Part(slot.Parts[0], denied);
        for (int i = 1; i < slot.Parts.Length && hits.Count > 0; i++)
        {
            hits = Join(hits, Part(slot.Parts[i], denied), slot.Relation);
        }

        return hits;
    }

    private List<Occurrence> Part(CompiledTerm[] terms, bool denied)
    {
        List<Occurrence> found = [];
        foreach (CompiledTerm term in terms)
        {
            foreach (Occurrence hit in finder.Find(term))
            {
                if (hit.Denied == denied && !found.Contains(hit))
                {
                    found.Add(hit);
                }
            }
        }

        return found;
    }

    private List<Occurrence> Join(List<Occurrence> left, List<Occurrence> right, SlotRelation relation)
    {
        List<Occurrence> joined = [];
        foreach (Occurrence a in left)
        {
            foreach (Occurrence b in right)
            {
                bool sameSentence = _text.SentenceOf[a.First] == _text.SentenceOf[b.First];
                bool fits = relation == SlotRelation.Before ? sameSentence && a.Last < b.First : sameSentence && IsNear(a, b);
                if (fits)
                {
                    joined.Add(new Occurrence(Math.Min(a.First, b.First), Math.Max(a.Last, b.Last), Denied: false));
                }
            }
        }

        return joined;
    }

    private bool IsNear(Occurrence a, Occurrence b)
    {
        if (a.Overlaps(b) || _text.ClauseOf[a.First] != _text.ClauseOf[b.First])
        {
            return false;
        }

        (int from, int to) = a.Last < b.First ? (a.Last, b.First) : (b.Last, a.First);
        int between = 0;
        bool joined = false;
        for (int i = from + 1; i < to; i++)
        {
            // "the one is high and the other is low": behind the "and" a verb begins a statement of its own.
            Token token = _text.Tokens[i];
            joined |= token.Form is "and" or "or";
            if (joined && (WordLists.Auxiliaries.Contains(token.Form) || Verbs.IsVerb(token)))
            {
                return false;
            }

            between += _text.Tokens[i].IsContent && !_text.Skipped[i] ? 1 : 0;
        }

        return between <= NearWords;
    }
}
