namespace Gradus.Learning.Summaries;

/// <summary>What a summary says of one module.</summary>
/// <param name="Path">Its path in the tree; empty for the model itself.</param>
/// <param name="Depth">How deep it stands; 0 for the model itself.</param>
/// <param name="Kind">The name of its type.</param>
/// <param name="OutputShape">The shape of what it gave last; null when it was not called.</param>
/// <param name="Parameters">The trained values in it and below.</param>
/// <param name="MultiplyAdds">The multiplications with an addition of all its calls, those below it too.</param>
/// <param name="Field">The region of the input that can reach one place of its output; null where there are no places.</param>
/// <param name="ActivationBytes">The bytes of the outputs that it and those below made; views cost nothing.</param>
public sealed record ModuleSummaryRow(
    string Path, int Depth, string Kind, IReadOnlyList<int>? OutputShape, long Parameters, long MultiplyAdds, ReceptiveField? Field, long ActivationBytes);
