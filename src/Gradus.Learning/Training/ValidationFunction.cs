using Gradus.Learning.Data;

namespace Gradus.Learning.Training;

/// <summary>Measures models on validation rows; they are in evaluation mode and no gradients are recorded.</summary>
/// <param name="rows">The validation rows.</param>
/// <param name="cancellationToken">Stops it.</param>
/// <returns>The figures.</returns>
public delegate ValidationFigures ValidationFunction(DataLoader rows, CancellationToken cancellationToken);
