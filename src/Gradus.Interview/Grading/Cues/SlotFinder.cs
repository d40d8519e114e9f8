using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>Looks single slots up in a text.</summary>
internal sealed class SlotFinder(TermFinder finder)
{
    private const int NearWords = 6;
    private readonly AnalysedText _text = finder.Text;

    /// <summary>Every place where a slot is found.</summary>
    public Occurrence[] Find(CompiledSlot slot)
    {
        bool denied = slot.Demand == SlotDemand.Denied;
        Occurrence[] hits = Part(slot.Parts[0], denied);
        for (int i = 1; i < slot.Parts.Length && hits.Length > 0; i++)
        {
            hits = Join(hits, Part(slot.Parts[i], denied), slot.Relation);
        }

        return hits;
    }

    private Occurrence[] Part(CompiledTerm[] terms, bool denied)
    {
        List<Occurrence>? found = null;
        foreach (CompiledTerm term in terms)
        {
            foreach (Occurrence hit in finder.Find(term))
            {
                if (hit.Denied == denied && found?.Contains(hit) is not true)
                {
                    (found ??= []).Add(hit);
                }
            }
        }

        return found?.ToArray() ?? [];
    }

    private Occurrence[] Join(Occurrence[] left, Occurrence[] right, SlotRelation relation)
    {
        List<Occurrence>? joined = null;
        foreach (Occurrence a in left)
        {
            foreach (Occurrence b in right)
            {
                bool sameSentence = _text.SentenceOf[a.First] == _text.SentenceOf[b.First];
                bool fits = relation == SlotRelation.Before ? sameSentence && a.Last < b.First : sameSentence && IsNear(a, b);
                if (fits)
                {
                    (joined ??= []).Add(new Occurrence(Math.Min(a.First, b.First), Math.Max(a.Last, b.Last), Denied: false));
                }
            }
        }

        return joined?.ToArray() ?? [];
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

            between += token.IsContent && !_text.Skipped[i] ? 1 : 0;
        }

        return between <= NearWords;
    }
}
