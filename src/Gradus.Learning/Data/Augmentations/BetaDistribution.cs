using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Draws the weights of MixUp and CutMix.</summary>
internal static class BetaDistribution
{
    /// <summary>A number from Beta(a, a), a &gt; 0: x / (x + y) of two gamma numbers of shape a.</summary>
    internal static double Draw(Rng rng, double a)
    {
        // In logarithms: for small shapes both numbers underflow, their ratio does not.
        double difference = LogGamma(rng, a) - LogGamma(rng, a);
        return 1 / (1 + Math.Exp(-difference));
    }

    /// <summary>The logarithm of a gamma number (Marsaglia and Tsang: A simple method for generating gamma variables, 2000).</summary>
    private static double LogGamma(Rng rng, double shape)
    {
        if (shape < 1)
        {
            // A gamma number of shape a + 1 times u^(1/a) has the shape a.
            return LogGamma(rng, shape + 1) + (Math.Log(1 - rng.NextDouble()) / shape);
        }

        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = rng.NextNormal();
            double root = 1 + (c * normal);
            double uniform = 1 - rng.NextDouble();
            if (root > 0)
            {
                double v = root * root * root;
                if (Math.Log(uniform) < (normal * normal / 2) + d - (d * v) + (d * Math.Log(v)))
                {
                    return Math.Log(d * v);
                }
            }
        }
    }
}
