namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Numbers that several functions need.</summary>
internal static class Constants
{
    internal const double Ln2 = 0.69314718055994530942;
    internal const double Ln10 = 2.30258509299404568402;
    internal const double RootHalf = 0.70710678118654752440;

    /// <summary>√(2/π).</summary>
    internal const double RootTwoOverPi = 0.79788456080286535588;

    /// <summary>2/√π.</summary>
    internal const double TwoOverRootPi = 1.12837916709551257390;

    /// <summary>1/√(2π).</summary>
    internal const double NormalDensity = RootTwoOverPi / 2;

    /// <summary>The factor of x³ in the approximate GELU. Hendrycks and Gimpel: Gaussian error linear units (2016).</summary>
    internal const double GeluCube = 0.044715;

    /// <summary>Klambauer and others: Self-normalizing neural networks (2017).</summary>
    internal const double SeluAlpha = 1.6732632423543772848;

    internal const double SeluScale = 1.0507009873554804934;
}
