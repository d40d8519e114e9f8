namespace Gradus.Learning;

/// <summary>How a state dictionary differs from a model, as PyTorch's <c>load_state_dict</c> reports it.</summary>
/// <param name="Missing">Paths of the model that the state does not hold; their tensors stayed as they were.</param>
/// <param name="Unknown">Paths of the state that the model does not have; they were passed over.</param>
public sealed record StateReport(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    /// <summary>Whether all paths agree.</summary>
    public bool Fits => Missing.Count + Unknown.Count == 0;

    /// <summary>Names both.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"missing [{string.Join(", ", Missing)}], unknown [{string.Join(", ", Unknown)}]";
}
