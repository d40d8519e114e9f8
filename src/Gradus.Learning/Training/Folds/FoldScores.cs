namespace Gradus.Learning.Training.Folds;

/// <summary>The scores of a cross-validation.</summary>
/// <param name="Scores">One for each round, in order.</param>
public sealed record FoldScores(IReadOnlyList<double> Scores)
{
    /// <summary>The mean.</summary>
    public double Mean => Scores.Average();

    /// <summary>The standard deviation between rounds, over n − 1; NaN for one round. Rounds share training rows, so it understates what another data set would show (Bengio and Grandvalet, 2004).</summary>
    public double StandardDeviation => Math.Sqrt(Scores.Sum(score => (score - Mean) * (score - Mean)) / (Scores.Count - 1));
}
