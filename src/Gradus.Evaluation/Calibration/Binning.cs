namespace Gradus.Evaluation.Calibration;

/// <summary>How probabilities are put into bins before their mean is compared with what happened.</summary>
public enum Binning
{
    /// <summary>Bins of equal width on [0, 1], as in Naeini et al., 2015, and Guo et al., 2017. Rows crowd into few of them when events are rare.</summary>
    EqualWidth,

    /// <summary>Bins of equally many rows in the order of their probability (Nguyen and O'Connor, 2015): steadier when probabilities crowd.</summary>
    EqualMass,
}
