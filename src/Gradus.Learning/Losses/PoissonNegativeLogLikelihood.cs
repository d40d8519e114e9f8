using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Negative log-likelihood of counts under a Poisson distribution: eˣ − y x for the logarithm x of its rate. PyTorch's <c>nn.PoissonNLLLoss</c>.</summary>
/// <remarks>
/// The term ln y!, which has no gradient, is left out unless <c>Full</c> adds Stirling's approximation of it where y is above 1.
/// </remarks>
/// <param name="LogInput">Whether predictions are logarithms of rates; else the loss is x − y ln(x + ε).</param>
/// <param name="Full">Whether y ln y − y + ln(2 π y) / 2 is added where y is above 1.</param>
/// <param name="Epsilon">ε, so that a rate of 0 has a logarithm.</param>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record PoissonNegativeLogLikelihood(bool LogInput = true, bool Full = false, double Epsilon = 1e-8, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="predictions">Rates or their logarithms, of any shape.</param>
    /// <param name="targets">Counts of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public Tensor Forward(Tensor predictions, Tensor targets)
    {
        Reduced.SameShape(nameof(PoissonNegativeLogLikelihood), predictions, targets);
        Tensor counts = targets.To(predictions.DType);
        Tensor loss = LogInput ? predictions.Exp() - (counts * predictions) : predictions - (counts * (predictions + Epsilon).Log());
        return Reduced.By(Reduction, Full ? loss + Stirling(counts) : loss);
    }

    private static Tensor Stirling(Tensor counts)
    {
        Tensor large = counts.Detach().Greater(1), safe = Tensor.Where(large, counts, Tensor.Scalar(1, counts.DType));
        return Tensor.Where(large, (safe * safe.Log()) - safe + ((safe * (2 * Math.PI)).Log() * 0.5), Tensor.Scalar(0, counts.DType));
    }
}
