namespace Gradus.Cli.Doctor;

/// <summary>What a check found.</summary>
internal enum CheckState
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>It is not there and need not be; the way to get it is named.</summary>
    Missing,

    /// <summary>It should work and does not.</summary>
    Broken,
}
