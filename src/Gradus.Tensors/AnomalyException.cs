namespace Gradus.Tensors;

/// <summary>Thrown inside <see cref="DetectAnomaly"/> by the first operator whose result or gradient is not finite.</summary>
public sealed class AnomalyException : ArithmeticException
{
    internal AnomalyException(string message, string operatorName, bool inBackward)
        : base(message)
    {
        OperatorName = operatorName;
        InBackward = inBackward;
    }

    /// <summary>The operator that made the value.</summary>
    public string OperatorName { get; }

    /// <summary>Whether its gradient made it, not its result.</summary>
    public bool InBackward { get; }
}
