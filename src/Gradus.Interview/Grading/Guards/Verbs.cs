using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Verbs that say what does what to whom; a clause without one, and without an operator, only names things.</summary>
internal static class Verbs
{
    private static readonly HashSet<string> Stems = [.. WordLists.Set(
        """
        accept accumulate acknowledge act adapt add adjust admit adopt advise affect agree aim alarm align allocate allow alter amount amplify analyze anneal answer appear append apply
        approximate argue arise arrange arrive ask assign assist assume attempt attend attract augment average avoid await be bear beat become begin behave believe belong bend bet betray
        bias bin bite blame blend block blow blur boil boost borrow bother bounce bound break bring build bundle bury buy cache calculate calibrate call cancel capture carry catch cause
        center challenge change chase cheat check choose chop claim clarify clean climb cling clip clone close cluster collapse collect collide combine come commit communicate compare
        complain complete complicate compose compress compute concentrate conclude conduct confess confirm confuse connect conserve consist constrain consult consume contain contaminate
        contradict contribute converge convert cool cope copy correct correlate correspond cost count cover crash crawl create criticize crop cross crush cure cut damage deal debias debug
        decay deceive decide decode decrease deduct defend define degrade delay delegate delete deliver demand deny depend depict deploy derive descend describe deserve destroy detach detect
        deteriorate determine develop deviate devote diagnose die differ differentiate digest diminish dip direct disable disagree disappear discard discourage discover discriminate discuss
        disguise dismiss dispute dissolve distinguish distort distribute disturb dive diverge divide do dominate double doubt downsample drag drain draw dream drift drive drop drown
        duplicate earn ease eat educate elaborate eliminate embed emerge emit emphasize employ emulate enable encode encounter encourage encrypt end endure enforce engage enhance enlarge
        enrich ensure enter enumerate equal erase erode escape establish estimate evaluate exaggerate examine exceed exchange exclude excuse execute exhaust exhibit exist exit expand expect
        expire explain explode exploit explore expose express extend extract fabricate facilitate fade fail fake fall favor feed feel fetch fight fill filter find fine-tune finish fit fix
        flag flatten flip float flood flow fluctuate focus fold follow fool forbid force forecast forge forget formulate freeze frighten fulfil gain garble gate gather generalize generate
        get give glue go govern grab grant grasp grip group grow guarantee guard guess guide halt halve handle hang happen harm harvest hash hate have heal hear heat help hesitate hide
        highlight hijack hint hire hit hold hope hunt hurry hurt identify ignore illustrate imagine imitate implement imply impose impress imprint improve impute include incorporate increase
        incur indicate infer inflate influence inform inherit initialize inject insert insist inspect inspire install integrate interact interfere interpret interrupt intervene introduce
        invalidate invent invert invest investigate invite invoke involve isolate iterate join judge jump justify keep kick kill knock know label lack lag land laugh launch lead leak lean
        learn leave lend lengthen let lie lift limit link listen live load lock look loop lose love lower magnify maintain make manage manipulate map mask match matter maximize mean measure
        memorise memorize mend mention merge migrate mimic minimize mirror misclassify mislead miss mitigate mix modify monitor motivate mount move multiply mute narrow navigate need neglect
        normalise normalize notice notify nudge obey obscure obtain occupy occur offer offset omit open operate oppose optimize order organize originate oscillate outperform output overcome
        overestimate overfit overlap overload overlook overrule overshoot overwrite owe pack pad paint parallelize parse participate pass paste pay peek peel penalize penetrate perceive
        perform permit persist persuade perturb pick pin plot plug polish pollute pop pose possess postpone pour practise praise precede predict prefer prepare preprocess prescribe preserve
        press pretend prevent proceed process produce profile prohibit project promise promote propagate propose protect prove provide provoke prune publish pull pump punish purchase pursue
        push put quadruple quantify quantize quarantine quit quote raise rank reach react read realize rebalance rebuild recalibrate recall receive recite reckon recognize recommend
        reconstruct record recover recreate recruit recycle redraw reduce refer refit reflect refuse refute regularize reject relabel relate relax relearn release rely remain remedy remember
        remind remove rename render reorder repaint repair repeat rephrase replace replay report represent reproduce require resample rescale rescue resemble reset resist resize resolve
        respect respond restart restore restrict resume retain retrain retrieve retry return reuse reveal reverse review revise reward reweight ride rise root rotate route ruin run rush
        sample satisfy saturate save say scale scan scare scatter schedule scramble scrap search secure see seek seem segment seize select send separate serve set settle shake share sharpen
        shift shine ship shoot shorten shout show shred shrink shrug shuffle shut signal silence simplify simulate sit sketch skim skip sleep slide slip slow smash smear smell smooth snap
        soften solve sort sound spawn speak speed spend spin split spoil spot spread square squash squeeze stabilize stack stall stamp stand standardize stare start stay steal steer stem
        step stick stimulate stir stitch stop store straddle straighten strengthen stretch strike strip struggle submit substitute subtract succeed suffer suffice suggest sum summarise
        summarize supersede supervise supply support suppose suppress surround survive swallow swamp swap sweep swing switch synthesize tackle take talk tally teach tear tell tempt tend
        terminate test thank think threaten throw tilt tokenize tolerate touch trace track train transcribe transfer transform translate transmit travel traverse treat trick trigger trim
        truncate trust try tune turn twist underestimate underfit undergo understand undo unfold unfreeze unify unite unlearn unlock unpack unplug unravel unroll update upgrade uphold upload
        upsample use utilize validate vanish vary verify violate visit vote wait wake walk wander want warm warn wash waste watch weaken wear weigh whisper widen win wipe wish withhold
        wobble wonder work worry worsen wrap wreck write yell yield zero zoom
        """).Select(Stemmer.Stem)];

    /// <summary>Whether a token may be a finite verb: its stem is one and it has no nominal ending.</summary>
    public static bool IsVerb(Token token) =>
        token.IsWord && Stems.Contains(token.Stem) && !(token.Form.EndsWith("ing", StringComparison.Ordinal) && token.Form != token.Stem) && !token.Form.EndsWith("ion", StringComparison.Ordinal);
}
