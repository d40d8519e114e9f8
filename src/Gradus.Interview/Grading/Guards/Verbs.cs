using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Verbs that say what does what to whom; a clause without one, and without an operator, only names things.</summary>
internal static class Verbs
{
    private static readonly HashSet<string> Stems = [.. WordLists.Set(
        """
        be have do make get go come take give keep put let set use need want try say tell mean call know think see look find show seem appear become remain stay stop start begin end happen
        work run act help cause lead force allow enable prevent avoid stop block break build create produce yield return send receive bring hold carry pass leave lose win gain add remove delete
        drop kill zero wipe mute silence disable switch turn throw cut shrink grow rise fall increase decrease reduce raise lower double halve multiply divide scale sum subtract average compute
        calculate measure estimate predict guess decide choose pick select draw sample shuffle split divide separate share mix combine merge collapse fold stack compose transform map project convert
        change update adjust move step shift stretch squash bend learn train fit memorize remember forget ignore copy repeat depend rely lean vary differ match equal agree correlate relate connect
        link attend weigh compare check test validate evaluate tune optimize minimize maximize converge diverge explode vanish fade die decay clip bound limit saturate normalize standardize center
        regularize generalize overfit underfit leak contaminate peek cheat mislead hide reveal detect catch miss fail suffer hurt harm damage improve degrade worsen fix solve mend correct break
        freeze unfreeze fine-tune adapt transfer reuse start initialize copy load save store read write feed propagate flow reach enter exit output process handle treat assign label rank sort count
        cost save spend pay require demand expect assume suppose believe explain describe say answer ask matter count exist contain include consist belong represent encode decode express capture
        approximate resemble behave look sound feel smooth calibrate report claim prove imply follow suggest indicate tell signal warn trust doubt deserve earn hit land jump bounce oscillate
        divide normalise reset freeze warm cool anneal schedule accumulate store track correct bias debias square root differentiate integrate replace swap substitute insert append pad crop flip
        apply cure remedy suffice affect alter influence crash climb jump overshoot stall flatten settle guide govern define describe equal collapse amount boil inflate weaken strengthen pollute ruin spoil skip omit
        assume ensure guarantee restrict constrain encourage discourage penalize punish tolerate survive persist fluctuate wobble learn differ contradict dispute doubt refute memorise
        rotate augment mask drop gate open close forget write erase expose squash refit retrain deploy serve ship monitor drift shift collect record miss impute encode bin cluster group
        protect guard save mitigate ease soften sharpen flatten eliminate cure overcome preserve retain conserve repair recalibrate cache parallelize attend project dominate reflect swamp drown weigh
        inflate overestimate underestimate exaggerate rank order flag alarm discriminate punish penalize reward favor suppress amplify boost betray expose invalidate supersede straddle appear occur arise
        derive stem originate differ deviate tend seem lie sit stand live consume occupy double quadruple outperform beat fool deceive distort bias unlearn relearn retain discard overwrite accumulate
        """).Select(Stemmer.Stem)];

    /// <summary>Whether a token may be a finite verb: its stem is one and it has no nominal ending.</summary>
    public static bool IsVerb(Token token) =>
        token.IsWord && Stems.Contains(token.Stem) && !(token.Form.EndsWith("ing", StringComparison.Ordinal) && token.Form != token.Stem) && !token.Form.EndsWith("ion", StringComparison.Ordinal);
}
