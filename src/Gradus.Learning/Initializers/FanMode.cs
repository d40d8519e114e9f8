namespace Gradus.Learning.Initializers;

/// <summary>Which count of connections sets the scale of weights.</summary>
public enum FanMode
{
    /// <summary>The inputs of a unit: signals keep their variance forward.</summary>
    FanIn,

    /// <summary>The outputs of a unit: gradients keep their variance backward.</summary>
    FanOut,
}
