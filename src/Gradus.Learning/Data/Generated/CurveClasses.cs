using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Points near curves in the plane, one curve a class: a place on the curve is drawn uniformly in its parameter, then normal noise is added to both coordinates.</summary>
internal static class CurveClasses
{
    // Points of the curve over which densities are summed; the noise must not be much smaller than their distance.
    private const int Steps = 2048;

    /// <summary>Draws rows of each class in turn.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    /// <param name="curves">The curves, from a parameter in [0, 1] to the plane.</param>
    /// <param name="rng">Where they are drawn from.</param>
    internal static PosteriorRows Draw(int rows, double noise, Func<double, (double X, double Y)>[] curves, Rng rng)
    {
        int classes = curves.Length;
        float[] inputs = new float[2 * rows];
        int[] labels = new int[rows];
        double[] posteriors = new double[rows * classes];
        (double X, double Y)[][] drawn = [.. curves.Select(curve => Enumerable.Range(0, Steps).Select(step => curve((step + 0.5) / Steps)).ToArray())];
        double[] shares = [.. Enumerable.Range(0, classes).Select(label => Math.Floor((rows - label - 1.0) / classes) + 1)];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % classes;
            (double x, double y) = curves[labels[row]](rng.NextDouble());
            inputs[2 * row] = (float)(x + (noise * rng.NextNormal()));
            inputs[(2 * row) + 1] = (float)(y + (noise * rng.NextNormal()));
            Span<double> own = posteriors.AsSpan(row * classes, classes);
            if (noise == 0)
            {
                own[labels[row]] = 1;
            }
            else
            {
                Posteriors(inputs[2 * row], inputs[(2 * row) + 1], noise, drawn, shares, own);
            }
        }

        return new PosteriorRows { FeatureNames = ["x1", "x2"], Inputs = inputs, Labels = labels, Classes = classes, Posteriors = posteriors };
    }

    // The density of a class is the mean of normal densities about the points of its curve; the largest exponent is taken out of all.
    private static void Posteriors(double x, double y, double noise, (double X, double Y)[][] curves, double[] shares, Span<double> posteriors)
    {
        double nearest = curves.Min(curve => curve.Min(point => Squared(point, x, y)));
        double sum = 0;
        for (int label = 0; label < curves.Length; label++)
        {
            foreach ((double X, double Y) point in curves[label])
            {
                posteriors[label] += Math.Exp((nearest - Squared(point, x, y)) / (2 * noise * noise));
            }

            posteriors[label] *= shares[label];
            sum += posteriors[label];
        }

        foreach (ref double posterior in posteriors)
        {
            posterior /= sum;
        }
    }

    private static double Squared((double X, double Y) point, double x, double y) => ((point.X - x) * (point.X - x)) + ((point.Y - y) * (point.Y - y));
}
