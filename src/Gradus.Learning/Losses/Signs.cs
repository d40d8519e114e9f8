using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Checks targets that say 1 for what belongs together and −1 for what does not.</summary>
internal static class Signs
{
    internal static void Demand(string loss, ReadOnlySpan<int> shape, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (!targets.Shape.SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"{loss} got targets [{string.Join(", ", targets.Shape.ToArray())}]; {(shape.SequenceEqual([-1]) ? "it needs two tensors [N, D] and targets [N]" : $"it needs [{string.Join(", ", shape.ToArray())}]")}.", nameof(targets));
        }

        if (targets.ElementCount > 0 && targets.Detach().Abs().NotEqual(1).Any().Item() != 0)
        {
            throw new ArgumentException($"{loss} got a target that is neither 1 nor −1; turn labels of 0 and 1 into signs with 2 * y - 1.", nameof(targets));
        }
    }
}
