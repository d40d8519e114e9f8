using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Sums of products.</summary>
internal static class ContractionTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Einsum("einsum product", "ij,jk->ik", 'j', [2, 3], [3, 4]),
        Einsum("einsum implied", "ij,jk", 'k', [2, 3], [3, 4]),
        Einsum("einsum batched", "bij,bkj->bik", 'j', [2, 3, 4], [2, 2, 4]),
        Einsum("einsum inner", "bi,bi->b", 'i', [3, 4], [3, 4]),
        Einsum("einsum outer", "i,jk->kij", 'k', [2], [3, 2]),
        Einsum("einsum transpose", "ijk->kij", 'k', [2, 3, 4]),
        Einsum("einsum sum", "ij->j", 'j', [2, 3]),
        Einsum("einsum trace", "ii", 'i', [3, 3]),
        Einsum("einsum diagonals", "iji->ij", 'j', [3, 2, 3]),
        Einsum("einsum of three", "ij,jk,kl->il", 'k', [2, 3], [3, 4], [4, 2]) with { Extremes = null, NoExtremes = LeftOut.Order },
        Einsum("einsum bilinear", "bn,anm,bm->ba", 'm', [2, 3], [5, 3, 4], [2, 4]) with { Extremes = null, NoExtremes = LeftOut.Order },
        Einsum("einsum summed alone", "ij,k->i", 'j', [2, 3], [4]) with { Extremes = null, NoExtremes = LeftOut.Order },
        Einsum("einsum needed later", "i,i,i->i", 'i', [3], [3], [3]) with { Extremes = null, NoExtremes = LeftOut.Order },
        new("einsum ellipsis", x => Tensor.Einsum("...ij,...jk->...ik", x), [rng => [Real(rng, 2, 1, 2, 3), Real(rng, 4, 3, 2)], rng => [Real(rng, 2, 3), Real(rng, 3, 2)]])
        {
            Reference = x =>
            {
                int[] lead = Plain.Broadcast(x[0].Shape[..^2], x[1].Shape[..^2]);
                return Plain.From([.. lead, x[0].Shape[^2], x[1].Shape[^1]], index =>
                    Enumerable.Range(0, x[0].Shape[^1]).Sum(j => x[0][[.. Under(index[..^2], x[0].Shape[..^2]), index[^2], j]] * x[1][[.. Under(index[..^2], x[1].Shape[..^2]), j, index[^1]]]));
            },
            Extremes = Extremes.WithinRange,
            Lengths = length => [[1, 2, length], [2, length, 2]],
            Large = [[2, 1, 70, 300], [3, 300, 40]],
        },
        new("tensordot", x => x[0].TensorDot(x[1]), [rng => [Real(rng, 2, 3, 4), Real(rng, 3, 4, 2)]]) { Reference = x => Sum("abc,bcd->ad", x), OtherTypes = OpSpec.Integers, Extremes = Extremes.WithinRange, Lengths = length => [[2, 3, length], [3, length, 2]], Large = [[70, 30, 20], [30, 20, 60]] },
        new("tensordot of dims", x => x[0].TensorDot(x[1], [2, 0], [1, 2]), [rng => [Real(rng, 2, 3, 4), Real(rng, 3, 4, 2)]]) { Reference = x => Sum("abc,dca->bd", x), OtherTypes = OpSpec.Integers, Extremes = Extremes.WithinRange, Lengths = length => [[2, length, 4], [3, 4, 2]], Large = [[30, 70, 20], [60, 20, 30]] },
        new("dot", x => x[0].Dot(x[1]), [rng => [Real(rng, 4), Real(rng, 4)]]) { Reference = x => Sum("a,a->", x), OtherTypes = OpSpec.Integers, Extremes = Extremes.WithinRange, Lengths = length => [[length], [length]], Large = [[300_001], [300_001]] },
        new("outer", x => x[0].Outer(x[1]), [rng => [Real(rng, 4), Real(rng, 3)]]) { Reference = x => Sum("a,b->ab", x), OtherTypes = OpSpec.Integers, Extremes = Extremes.WithinRange, Lengths = length => [[length], [3]], Large = [[301], [300]] },
        new("mm", x => x[0].Mm(x[1]), [rng => [Real(rng, 4, 3), Real(rng, 3, 2)]]) { Reference = x => Sum("ab,bc->ac", x), OtherTypes = OpSpec.Integers, Extremes = Extremes.WithinRange, Lengths = length => [[4, length], [length, 2]], Large = [[70, 120], [120, 65]] },
        new("mv", x => x[0].Mv(x[1]), [rng => [Real(rng, 4, 3), Real(rng, 3)]]) { Reference = x => Sum("ab,b->a", x), OtherTypes = OpSpec.Integers, Extremes = Extremes.WithinRange, Lengths = length => [[4, length], [length]], Large = [[700, 601], [601]] },
        new("bmm", x => x[0].Bmm(x[1]), [rng => [Real(rng, 2, 4, 3), Real(rng, 2, 3, 2)]]) { Reference = x => Sum("zab,zbc->zac", x), OtherTypes = OpSpec.Integers, Extremes = Extremes.WithinRange, Lengths = length => [[2, 4, 3], [2, 3, length]], Large = [[5, 70, 33], [5, 33, 65]] },
        new("trace", x => x[0].Trace(), [rng => [Real(rng, 3, 4)]]) { Reference = x => new Plain([], [Enumerable.Range(0, Math.Min(x[0].Shape[0], x[0].Shape[1])).Sum(i => x[0][i, i])]), OtherTypes = OpSpec.Integers, Shapes = rng => [RandomShape.Of(rng, 2)], Extremes = Extremes.WithinRange, Lengths = length => [[3, length]], Large = [[300, 401]] },
    ];

    /// <summary>An equation, with the letter whose size takes every length.</summary>
    private static OpSpec Einsum(string name, string equation, char letter, params int[][] shapes) => new(name, x => Tensor.Einsum(equation, x), [rng => [.. shapes.Select(shape => Real(rng, shape))]])
    {
        Reference = x => Sum(equation, x),
        Extremes = Extremes.WithinRange,
        Lengths = length => Sized(equation, letter, length, shapes),
        Large = Sized(equation, letter, 301, [.. shapes.Select(shape => shape.Select(size => size * (shapes.Any(other => other.Length == 3) ? 6 : 15)).ToArray())]),
    };

    private static int[][] Sized(string equation, char letter, int length, int[][] shapes) =>
        [.. equation.Split("->")[0].Split(',').Zip(shapes, (term, shape) => shape.Select((size, i) => term[i] == letter ? length : size).ToArray())];

    /// <summary>For each index of the result, the sum over all values of the other letters of the product of the operands.</summary>
    private static Plain Sum(string equation, IReadOnlyList<Plain> x)
    {
        string[] sides = equation.Split("->"), terms = sides[0].Split(',');
        string letters = new([.. sides[0].Where(char.IsLetter).Distinct()]);
        string output = sides.Length == 2 ? sides[1] : new([.. letters.Where(letter => sides[0].Count(other => other == letter) == 1).Order()]);
        string inner = new([.. letters.Except(output)]);
        int Size(char letter) => Enumerable.Range(0, terms.Length).Where(i => terms[i].Contains(letter, StringComparison.Ordinal)).Max(i => x[i].Shape[terms[i].IndexOf(letter, StringComparison.Ordinal)]);

        // How far an operand's place moves when a letter counts up.
        int Step(int operand, char letter) => Enumerable.Range(0, terms[operand].Length).Where(d => terms[operand][d] == letter).Sum(d => Plain.Count(x[operand].Shape[(d + 1)..]));
        int[][] outerSteps = [.. terms.Select((_, i) => output.Select(letter => Step(i, letter)).ToArray())], innerSteps = [.. terms.Select((_, i) => inner.Select(letter => Step(i, letter)).ToArray())];
        int[][] within = [.. Plain.Indices([.. inner.Select(Size)]).Select(index => terms.Select((_, i) => Dot(index, innerSteps[i])).ToArray())];
        return Plain.From([.. output.Select(Size)], outer =>
        {
            int[] first = [.. terms.Select((_, i) => Dot(outer, outerSteps[i]))];
            double sum = 0;
            foreach (int[] places in within)
            {
                double product = 1;
                for (int i = 0; i < places.Length; i++)
                {
                    product *= x[i].Values[first[i] + places[i]];
                }

                sum += product;
            }

            return sum;
        });
    }

    private static int Dot(int[] index, int[] steps) => index.Zip(steps, (a, b) => a * b).Sum();

    private static int[] Under(int[] index, int[] shape) => [.. shape.Select((size, d) => size == 1 ? 0 : index[d + index.Length - shape.Length])];
}
