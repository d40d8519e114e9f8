using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Verbs that say what does what to whom; a clause without one, and without an operator, only names things.</summary>
internal static class Verbs
{
    private static readonly HashSet<string> Stems = [.. WordLists.Set(
        """
        accept accumulate acknowledge act adapt add adjust admit adopt advise affect agree aim alarm align allow alter amount amplify analyze anneal answer appear append apply approximate argue
        arise arrange arrive ask assign assist assume attempt attend attract augment average avoid await be bear beat become begin behave believe belong bend betray bias bin blame blend block blow
        boil boost borrow bother bounce bound break bring build buy cache calculate calibrate call cancel capture carry catch cause center challenge change chase cheat check choose claim clarify
        clean climb cling clip close cluster collapse collect collide combine come commit communicate compare complain complete complicate compose compute concentrate conclude conduct confess
        confirm confuse connect conserve consist constrain consult consume contain contaminate contradict contribute converge convert cool cope copy correct correlate correspond cost count crash
        crawl create criticize crop cure cut damage deal debias debug decay deceive decide decode decrease defend define degrade delay delete deliver demand deny depend depict deploy derive descend
        describe deserve destroy detach detect deteriorate determine develop deviate devote die differ differentiate digest diminish dip direct disable disagree disappear discard discourage discover
        discriminate discuss dismiss dispute distinguish distort distribute disturb dive diverge divide do dominate double doubt draw dream drift drive drop drown duplicate earn ease eat educate
        elaborate eliminate embed emerge emit emphasize employ emulate enable encode encounter encourage end endure engage enhance enlarge enrich ensure enter enumerate equal erase erode escape
        establish estimate evaluate exaggerate examine exceed exchange exclude excuse execute exhibit exist exit expand expect explain explode exploit explore expose express extend extract fabricate
        facilitate fade fail fall favor feed feel fetch fight fill find fine-tune finish fit fix flag flatten flip float flow fluctuate focus fold follow fool forbid force forecast forget formulate
        freeze frighten fulfil gain gate gather generalize generate get give glue go govern grab grant grasp grip group grow guarantee guard guess guide halt halve handle hang happen harm harvest
        hate have hear heat help hesitate hide hint hire hit hold hope hunt hurry hurt identify ignore illustrate imagine imitate implement imply impose impress improve impute include incorporate
        increase incur indicate infer inflate influence inform inherit initialize inject insert insist inspect inspire install integrate interact interfere interpret interrupt intervene introduce
        invalidate invent invest investigate invite invoke involve isolate iterate join judge jump justify keep kick kill know label lack lag land laugh launch lead leak lean learn leave lend
        lengthen let lie lift limit link listen live load look lose love lower magnify maintain make manage manipulate map mask match matter maximize mean measure memorise memorize mend mention
        merge migrate mimic minimize mislead miss mitigate mix modify monitor motivate move multiply mute navigate need neglect normalise normalize notice notify nudge obey obscure obtain occupy
        occur offer offset omit open operate oppose optimize order organize originate oscillate outperform output overcome overestimate overfit overlap overlook overrule overshoot overwrite owe pack
        pad paint parallelize parse participate pass pay peek penalize penetrate perceive perform permit persist persuade pick plug pollute pop pose possess postpone pour practise praise precede
        predict prefer prepare prescribe preserve press pretend prevent proceed process produce prohibit project promise promote propagate propose protect prove provide provoke prune publish pull
        pump punish purchase pursue push put quadruple quantify quantize quit quote raise rank reach react read realize rebuild recalibrate recall receive recite reckon recognize recommend
        reconstruct record recover recruit recycle reduce refer refit reflect refuse refute regularize reject relate relax relearn release rely remain remedy remember remind remove rename render
        repair repeat rephrase replace report represent require resample rescale rescue resemble reset resist resize resolve respect respond restart restore restrict resume retain retrain retry
        return reuse reveal reverse review revise reward ride rise root rotate ruin run rush sample satisfy saturate save say scale scan scare scatter schedule search secure see seek seem seize
        select send separate serve set settle shake share sharpen shift shine ship shoot shout show shrink shrug shuffle shut signal silence simplify simulate sit skim skip sleep slide slip slow
        smash smell smooth soften solve sort sound spawn speak speed spend spin split spoil spread square squash squeeze stabilize stack stall stand standardize stare start stay steal steer stem
        step stick stimulate stir stop store straddle strengthen stretch strike strip struggle submit substitute subtract succeed suffer suffice suggest sum supersede supervise supply support
        suppose suppress surround survive swallow swamp swap sweep swing switch synthesize tackle take talk teach tear tell tempt tend terminate test thank think threaten throw tolerate touch track
        train transcribe transfer transform translate transmit travel traverse treat trigger trim truncate trust try tune turn twist underestimate underfit undergo understand undo unfold unfreeze
        unify unite unlearn unpack unroll update upgrade uphold upload use utilize validate vanish vary verify violate visit wait wake walk wander want warm warn wash waste watch weaken wear weigh
        widen win wipe wish wobble wonder work worry worsen wrap wreck write yell yield zero
        """).Select(Stemmer.Stem)];

    /// <summary>Whether a token may be a finite verb: its stem is one and it has no nominal ending.</summary>
    public static bool IsVerb(Token token) =>
        token.IsWord && Stems.Contains(token.Stem) && !(token.Form.EndsWith("ing", StringComparison.Ordinal) && token.Form != token.Stem) && !token.Form.EndsWith("ion", StringComparison.Ordinal);
}
