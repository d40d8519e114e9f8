namespace Gradus.Interview.Schedule.Fitting;

/// <summary>Which weights a fit may move; more reviews carry more of them.</summary>
public enum FitStage
{
    /// <summary>None: too few reviews, the defaults stay.</summary>
    None,

    /// <summary>The four stabilities after a first review (w0 to w3).</summary>
    FirstStabilities,

    /// <summary>All 21.</summary>
    All,
}
