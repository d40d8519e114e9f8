using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Contrastive loss (InfoNCE): the cross-entropy of finding, for each query, its key among all keys by their cosine over a temperature.</summary>
/// <remarks>
/// van den Oord, Li and Vinyals, Representation learning with contrastive predictive coding (2018). Symmetric, it also finds the query of each key and takes the mean of both,
/// as CLIP does (Radford et al., 2021). log N − loss is a lower bound of the mutual information. PyTorch has none.
/// </remarks>
/// <param name="Temperature">τ, above 0; small ones look at the hardest negatives alone.</param>
/// <param name="Symmetric">Whether keys search their queries too.</param>
/// <param name="Reduction">How the losses of the queries become the result; their mean by default.</param>
public sealed record InfoNce(double Temperature = 0.1, bool Symmetric = false, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss with the keys of the other rows as negatives.</summary>
    /// <param name="queries">Vectors [N, D], of any length.</param>
    /// <param name="keys">Vectors [N, D]; row i belongs to query i.</param>
    /// <returns>A single value, or [N] where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ or are not [N, D], or the temperature is not above 0.</exception>
    public Tensor Forward(Tensor queries, Tensor keys)
    {
        Demand(queries, keys, nameof(keys));
        Tensor scores = queries.Normalize().MatMul(keys.Normalize().T()) / Temperature;
        Tensor own = Tensor.Arange(0, queries.Shape[0], 1, DType.Int64);
        Tensor loss = scores.CrossEntropy(own, reduction: Reduction);
        return Symmetric ? (loss + scores.T().CrossEntropy(own, reduction: Reduction)) / 2 : loss;
    }

    /// <summary>Computes the loss with negatives of its own, the same for all queries.</summary>
    /// <param name="queries">Vectors [N, D], of any length.</param>
    /// <param name="keys">Vectors [N, D]; row i belongs to query i.</param>
    /// <param name="negatives">Vectors [M, D].</param>
    /// <returns>A single value, or [N] where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, the temperature is not above 0, or it is to be symmetric, which negatives of its own cannot be.</exception>
    public Tensor Forward(Tensor queries, Tensor keys, Tensor negatives)
    {
        Demand(queries, keys, nameof(keys));
        ArgumentNullException.ThrowIfNull(negatives);
        if (negatives.Rank != 2 || negatives.Shape[1] != queries.Shape[1] || Symmetric)
        {
            throw new ArgumentException(
                $"InfoNce got {(Symmetric ? "Symmetric and " : "")}negatives [{string.Join(", ", negatives.Shape.ToArray())}] for queries [{string.Join(", ", queries.Shape.ToArray())}]; it needs [M, D] and no symmetry.", nameof(negatives));
        }

        Tensor query = queries.Normalize();
        Tensor scores = Tensor.Cat([(query * keys.Normalize()).Sum(1, true), query.MatMul(negatives.Normalize().T())], 1) / Temperature;
        return scores.CrossEntropy(Tensor.Zeros(DType.Int64, queries.Shape[0]), reduction: Reduction);
    }

    private void Demand(Tensor queries, Tensor keys, string name)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        if (queries.Rank != 2 || !queries.Shape.SequenceEqual(keys.Shape))
        {
            throw new ArgumentException($"InfoNce got queries [{string.Join(", ", queries.Shape.ToArray())}] and keys [{string.Join(", ", keys.Shape.ToArray())}]; it needs [N, D] for both.", name);
        }

        if (!(Temperature > 0))
        {
            throw new ArgumentException($"InfoNce got temperature {Temperature}; it must be above 0.");
        }
    }
}
