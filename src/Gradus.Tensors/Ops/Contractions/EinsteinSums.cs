using Gradus.Tensors.Ops.Contractions;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Einstein's sums: products of tensors, summed over the letters that the result does not name.</summary>
public static class EinsteinSums
{
    extension(Tensor)
    {
        /// <summary>
        /// PyTorch's <c>einsum</c>: one letter for each dimension, so <c>"bij,bjk->bik"</c> for products of matrices. A letter that comes twice in an operand takes its diagonal; <c>...</c> stands for
        /// dimensions that broadcast; without <c>-></c> the result has the letters that come once. Operands are contracted in pairs from left to right, by matrix products.
        /// </summary>
        /// <param name="equation">The letters.</param>
        /// <param name="operands">One or more tensors of float32 or float64.</param>
        /// <returns>The result; a view where nothing is summed or multiplied.</returns>
        /// <exception cref="ArgumentException">The equation does not fit the operands.</exception>
        /// <exception cref="NotSupportedException">An operand is not float32 or float64.</exception>
        public static Tensor Einsum(string equation, params IReadOnlyList<Tensor> operands)
        {
            ArgumentNullException.ThrowIfNull(equation);
            ArgumentNullException.ThrowIfNull(operands);
            EinsumEquation parsed = new(equation, operands);
            DType dtype = operands.Aggregate(operands[0].DType, (common, operand) => ElementwiseDriver.Promote(common, operand.DType));
            Term? total = null;
            for (int i = 0; i < operands.Count; i++)
            {
                if (!operands[i].DType.IsFloatingPoint())
                {
                    throw ElementwiseDriver.NotReal("Einsum", operands[i].DType);
                }

                HashSet<int> needed = [.. parsed.Output, .. parsed.Inputs.Skip(i + 1).SelectMany(labels => labels)];
                Term next = Diagonals(operands[i].To(dtype), parsed.Inputs[i], parsed.Sizes);
                next = total is null ? next : Contract(total, next, needed, parsed.Sizes);
                total = SumAway(next, needed);
            }

            return total!.Tensor.Permute([.. parsed.Output.Select(label => Array.IndexOf(total.Labels, label))]);
        }
    }

    // A letter that comes again: the diagonal of both dimensions. What broadcasts is spread out.
    private static Term Diagonals(Tensor x, int[] labels, Dictionary<int, int> sizes)
    {
        List<int> left = [.. labels];
        for (int i = 0; i < left.Count; i++)
        {
            int again = left.IndexOf(left[i], i + 1);
            if (again < 0)
            {
                continue;
            }

            int label = left[i];
            x = x.Diagonal(0, i, again);
            left.RemoveAt(again);
            left.RemoveAt(i);
            left.Add(label);
            i--;
        }

        return new Term(Expanding.ExpandTo(x, [.. left.Select(label => sizes[label])]), [.. left]);
    }

    private static Term SumAway(Term term, HashSet<int> needed)
    {
        int[] dims = [.. Enumerable.Range(0, term.Labels.Length).Where(d => !needed.Contains(term.Labels[d]))];
        return dims.Length == 0 ? term : new Term(term.Tensor.Sum(dims), [.. term.Labels.Where(needed.Contains)]);
    }

    private static Term Contract(Term a, Term b, HashSet<int> needed, Dictionary<int, int> sizes)
    {
        // What only one of them has and nobody needs is summed before.
        a = SumAway(a, [.. needed, .. b.Labels]);
        b = SumAway(b, [.. needed, .. a.Labels]);
        int[] both = [.. a.Labels.Intersect(b.Labels)];
        int[] batch = [.. both.Where(needed.Contains)], inner = [.. both.Except(batch)];
        int[] left = [.. a.Labels.Except(both)], right = [.. b.Labels.Except(both)];
        if (inner.Length == 0 || (left.Length == 0 && right.Length == 0))
        {
            int[] all = [.. batch, .. left, .. right, .. inner];
            Tensor product = Lay(a, all) * Lay(b, all);
            return new Term(product, all);
        }

        int Count(int[] labels) => labels.Aggregate(1, (count, label) => count * sizes[label]);
        int[] Shape(int[] labels) => [.. labels.Select(label => sizes[label])];
        Tensor x = Reshaping.ReshapeTo(Order(a, [.. batch, .. left, .. inner]), [.. Shape(batch), Count(left), Count(inner)]);
        Tensor y = Reshaping.ReshapeTo(Order(b, [.. batch, .. inner, .. right]), [.. Shape(batch), Count(inner), Count(right)]);
        return new Term(Reshaping.ReshapeTo(x.MatMul(y), [.. Shape(batch), .. Shape(left), .. Shape(right)]), [.. batch, .. left, .. right]);
    }

    /// <summary>Dimensions in the order of labels, of size 1 where the term has none.</summary>
    private static Tensor Lay(Term term, int[] labels)
    {
        Tensor ordered = Order(term, [.. labels.Where(term.Labels.Contains)]);
        return Reshaping.ReshapeTo(ordered, ShapeMath.Own([.. labels.Select(label => term.Labels.Contains(label) ? term.Tensor.Sizes[Array.IndexOf(term.Labels, label)] : 1)]));
    }

    private static Tensor Order(Term term, int[] labels) => term.Tensor.Permute([.. labels.Select(label => Array.IndexOf(term.Labels, label))]);

    private sealed record Term(Tensor Tensor, int[] Labels);
}
