namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>Softmax and the normalizations by plain loops.</summary>
internal static class NormalizationReference
{
    internal static Plain Softmax(Plain x, int axis, bool logarithm)
    {
        int at = axis < 0 ? x.Rank + axis : axis;
        return Plain.From(x.Shape, index =>
        {
            double[] line = [.. Line(x, index, at)];
            double top = line.Max();
            if (line.Any(double.IsNaN) || double.IsInfinity(top))
            {
                return double.NaN;
            }

            double sum = line.Sum(value => Math.Exp(value - top));
            return logarithm ? x[index] - top - Math.Log(sum) : Math.Exp(x[index] - top) / sum;
        });
    }

    /// <summary>(x − mean) / √(variance + ε) · weight + bias, where all elements with the same key are normalized together and <paramref name="parameter"/> says which weight belongs to an index.</summary>
    internal static Plain Normalize(Plain x, Func<int[], string> key, Func<int[], int[]> parameter, Plain? weight = null, Plain? bias = null, double eps = 1e-5, bool centred = true)
    {
        Dictionary<string, List<double>> groups = [];
        foreach (int[] index in Plain.Indices(x.Shape))
        {
            (groups.TryGetValue(key(index), out List<double>? group) ? group : groups[key(index)] = []).Add(x[index]);
        }

        return Plain.From(x.Shape, index =>
        {
            List<double> group = groups[key(index)];
            double mean = centred ? group.Average() : 0, variance = group.Average(value => (value - mean) * (value - mean));
            return Affine((x[index] - mean) / Math.Sqrt(variance + eps), parameter(index), weight, bias);
        });
    }

    internal static Plain Given(Plain x, double[] mean, double[] variance, Plain? weight, Plain? bias) =>
        Plain.From(x.Shape, index => Affine((x[index] - mean[index[1]]) / Math.Sqrt(variance[index[1]] + 1e-5), [index[1]], weight, bias));

    internal static string Key(IEnumerable<int> index) => string.Join(',', index);

    private static double Affine(double normal, int[] parameter, Plain? weight, Plain? bias) => (normal * (weight?[parameter] ?? 1)) + (bias?[parameter] ?? 0);

    private static IEnumerable<double> Line(Plain x, int[] index, int axis)
    {
        for (int i = 0; i < x.Shape[axis]; i++)
        {
            int[] other = [.. index];
            other[axis] = i;
            yield return x[other];
        }
    }
}
