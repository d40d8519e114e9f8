namespace Gradus.Learning.Data.Tables;

/// <summary>How a column of numbers is scaled.</summary>
public enum Scaling
{
    /// <summary>Mean 0 and deviation 1: <see cref="Preprocessing.StandardScaler"/>.</summary>
    Standard,

    /// <summary>0 to 1: <see cref="Preprocessing.MinMaxScaler"/>.</summary>
    MinMax,

    /// <summary>By median and quartiles: <see cref="Preprocessing.RobustScaler"/>.</summary>
    Robust,

    /// <summary>Logarithms of 1 + x, then mean 0 and deviation 1: <see cref="Preprocessing.LogScaler"/>.</summary>
    Log,

    /// <summary>Not at all.</summary>
    None,
}
