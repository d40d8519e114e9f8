namespace Gradus.Tensors.Ops.Normalization;

/// <summary>Normalization written with basic operators: for float64, and where the gradient of a fused gradient is wanted.</summary>
/// <param name="Dims">The dimensions over which mean and variance are taken.</param>
/// <param name="Parameters">The shape in which weight and bias broadcast against x.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Centred">Whether the mean is taken off.</param>
internal sealed record NormalizationFormula(int[] Dims, int[] Parameters, double Epsilon, bool Centred = true)
{
    /// <summary>y = (x − mean) / √(variance + ε) · weight + bias.</summary>
    internal Tensor Forward(Tensor x, Tensor? weight, Tensor? bias)
    {
        (Tensor normal, _) = Normal(x);
        return Affine(normal, weight, bias);
    }

    /// <summary>The same with a mean and a variance that are given, in the shape of the parameters.</summary>
    internal Tensor Forward(Tensor x, Tensor mean, Tensor variance, Tensor? weight, Tensor? bias) =>
        Affine((x - Shaped(mean)) * (Shaped(variance) + Epsilon).Pow(-0.5), weight, bias);

    /// <summary>The gradients of x, weight and bias, with a gradient of their own.</summary>
    internal (Tensor X, Tensor Weight, Tensor Bias) Backward(Tensor x, Tensor? weight, Tensor gy)
    {
        (Tensor normal, Tensor inverse) = Normal(x);
        Tensor g = weight is null ? gy : gy * Shaped(weight);
        Tensor rest = g - (normal * (g * normal).Mean(Dims, true));
        return (inverse * (Centred ? rest - g.Mean(Dims, true) : rest), Collected(gy * normal), Collected(gy));
    }

    /// <summary>The same with a mean and an inverse deviation that do not depend on x.</summary>
    internal (Tensor X, Tensor Weight, Tensor Bias) Backward(Tensor x, Tensor mean, Tensor inverse, Tensor? weight, Tensor gy)
    {
        Tensor scale = Shaped(inverse);
        return ((weight is null ? gy : gy * Shaped(weight)) * scale, Collected(gy * ((x - Shaped(mean)) * scale)), Collected(gy));
    }

    private (Tensor Normal, Tensor Inverse) Normal(Tensor x)
    {
        Tensor apart = Centred ? x - x.Mean(Dims, true) : x;
        Tensor inverse = (apart.Square().Mean(Dims, true) + Epsilon).Pow(-0.5);
        return (apart * inverse, inverse);
    }

    private Tensor Affine(Tensor normal, Tensor? weight, Tensor? bias)
    {
        Tensor scaled = weight is null ? normal : normal * Shaped(weight);
        return bias is null ? scaled : scaled + Shaped(bias);
    }

    private Tensor Shaped(Tensor parameter) => parameter.Reshape(Parameters);

    private Tensor Collected(Tensor gradient) => gradient.SumTo(Parameters);
}
