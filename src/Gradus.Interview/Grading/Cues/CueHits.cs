using System.Numerics;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>Where the slots of one cue stand in a text.</summary>
internal sealed class CueHits
{
    private const int ShortWords = 36;
    private const int SlotBits = 64;

    private readonly AnalysedText _text;
    private readonly CompiledCue _cue;
    private readonly Occurrence[][] _demanded;
    private readonly Occurrence[][] _blockers;
    private readonly Occurrence[][] _optional;
    private readonly SlotPlaces _places;

    /// <summary>For each sentence, the demanded slots of which a place begins in it, one bit each.</summary>
    private readonly ulong[] _slotsIn;

    private CueHits(CompiledCue cue, AnalysedText text, Occurrence[][] demanded, Occurrence[][] blockers, Occurrence[][] optional)
    {
        _text = text;
        _cue = cue;
        _demanded = demanded;
        _blockers = blockers;
        _optional = optional;
        _places = new SlotPlaces(demanded);
        _slotsIn = new ulong[text.SentenceCount];
        for (int slot = 0; slot < demanded.Length; slot++)
        {
            // Should a cue ever have more slots than bits, each of its places passes for all of them: then no window is left out.
            ulong bits = demanded.Length > SlotBits ? ulong.MaxValue : 1UL << slot;
            foreach (Occurrence hit in demanded[slot])
            {
                _slotsIn[text.SentenceOf[hit.First]] |= bits;
            }
        }
    }

    /// <summary>Looks the slots of a cue up; null where none that is demanded is found.</summary>
    public static CueHits? Of(CompiledCue cue, SlotFinder finder, AnalysedText text)
    {
        Occurrence[][] demanded = Array.ConvertAll(cue.Demanded, finder.Find);
        return Array.TrueForAll(demanded, found => found.Length == 0)
            ? null
            : new CueHits(cue, text, demanded, Array.ConvertAll(cue.Blockers, finder.Find), Array.ConvertAll(cue.Optional, finder.Find));
    }

    /// <summary>The best match in a sentence or a run of neighbouring sentences, or null where none holds a slot.</summary>
    /// <param name="mostSentences">How many neighbouring sentences may share the slots.</param>
    /// <param name="usable">Sentences that may count.</param>
    public CueMatch? Best(int mostSentences, bool[] usable)
    {
        CueMatch? best = null;
        for (int first = 0; first < _text.SentenceCount; first++)
        {
            ulong slots = 0;
            for (int last = first; last < _text.SentenceCount && usable[last] && usable[first] && (last < first + mostSentences || (mostSentences > 1 && IsShort(first, last))); last++)
            {
                slots |= _slotsIn[last];
                if (BitOperations.PopCount(slots) >= (last == first ? 1 : 2))
                {
                    best = Better(best, first, last);
                }
            }
        }

        return best;
    }

    /// <summary>The best match in one window of neighbouring sentences or a part of it, or null where none holds a slot.</summary>
    public CueMatch? In(int firstSentence, int lastSentence)
    {
        CueMatch? best = null;
        for (int first = firstSentence; first <= lastSentence; first++)
        {
            ulong slots = 0;
            for (int last = first; last <= lastSentence; last++)
            {
                slots |= _slotsIn[last];
                if (BitOperations.PopCount(slots) >= (last == first ? 1 : 2))
                {
                    best = Better(best, first, last);
                }
            }
        }

        return best;
    }

    /// <summary>Three short pieces, as a transcript is cut into, stand for two sentences.</summary>
    private bool IsShort(int first, int last) => last - first <= 3 && _text.WordsBetween(first, last) <= ShortWords;

    /// <summary>The match of a window where it ranks above the best one so far, else that one.</summary>
    private CueMatch? Better(CueMatch? best, int first, int last)
    {
        int start = _text.Range(first).First;
        int end = _text.Range(last).End;
        if (CountInside(_blockers, start, end) > 0)
        {
            return best;
        }

        int found = _places.Assign(start, end);
        if (found < (last == first ? 1 : 2))
        {
            return best;
        }

        int demanded = _demanded.Length;
        for (int i = 0; i < _demanded.Length; i++)
        {
            demanded -= _places.Places[i] is null && _cue.MayMiss(i) ? 1 : 0;
        }

        double share = Math.Min(1, (double)found / demanded);
        int extras = CountInside(_optional, start, end);
        return best is null || CueMatch.RankOf(_cue, share, first, last, extras) > best.Rank ? new CueMatch(_cue, share, first, last, _places.Taken, extras) : best;
    }

    private static int CountInside(Occurrence[][] slots, int start, int end)
    {
        int count = 0;
        foreach (Occurrence[] hits in slots)
        {
            count += Array.Exists(hits, hit => hit.IsInside(start, end)) ? 1 : 0;
        }

        return count;
    }
}
