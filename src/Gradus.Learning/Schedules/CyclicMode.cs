namespace Gradus.Learning.Schedules;

/// <summary>How the peaks of <see cref="CyclicLR"/> change from cycle to cycle.</summary>
public enum CyclicMode
{
    /// <summary>They stay.</summary>
    Triangular,

    /// <summary>They halve. PyTorch's <c>triangular2</c>.</summary>
    Halving,

    /// <summary>They shrink by γ with each step. PyTorch's <c>exp_range</c>.</summary>
    Exponential,
}
