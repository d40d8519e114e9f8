namespace Gradus.Learning.Data.Generated;

/// <summary>Rows whose true class probabilities are known.</summary>
public record PosteriorRows : GeneratedRows
{
    /// <summary>The number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>The true probability of each class given the inputs, row after row: class k of row r at <c>r * Classes + k</c>.</summary>
    public required double[] Posteriors { get; init; }

    /// <summary>The error that the best classifier is expected to make on these rows: the mean of 1 - the largest posterior.</summary>
    /// <returns>The error in [0, 1).</returns>
    public double BayesError()
    {
        double error = 0;
        for (int row = 0; row < Rows; row++)
        {
            double largest = 0;
            foreach (double posterior in Posteriors.AsSpan(row * Classes, Classes))
            {
                largest = Math.Max(largest, posterior);
            }

            error += 1 - largest;
        }

        return error / Rows;
    }
}
