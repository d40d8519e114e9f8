namespace Gradus.Learning.Optimizers;

/// <summary>How far an optimizer goes along its direction.</summary>
public enum LineSearch
{
    /// <summary>As far as the learning rate says; no further evaluation.</summary>
    None,

    /// <summary>Until the strong Wolfe conditions hold: the loss has fallen enough and the slope is flat enough (Nocedal and Wright, Numerical optimization, 2006, section 3.5).</summary>
    StrongWolfe,
}
