namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>Softmax and the normalizations by plain loops.</summary>
internal static class NormalizationReference
{
    internal static Plain Softmax(Plain x, int axis, bool logarithm) => x.Along(axis, line =>
    {
        double top = line.DefaultIfEmpty().Max(), sum = line.Sum(value => Math.Exp(value - top));
        bool open = line.Any(double.IsNaN) || double.IsInfinity(top);
        return [.. line.Select(value => open ? double.NaN : logarithm ? value - top - Math.Log(sum) : Math.Exp(value - top) / sum)];
    });

    /// <summary>(x − mean) / √(variance + ε) · weight + bias, where all elements with the same key are normalized together and <paramref name="parameter"/> says which weight belongs to an index.</summary>
    internal static Plain Normalize(Plain x, Func<int[], string> key, Func<int[], int[]> parameter, Plain? weight = null, Plain? bias = null, double eps = 1e-5, bool centred = true)
    {
        Dictionary<string, List<double>> groups = [];
        foreach (int[] index in Plain.Indices(x.Shape))
        {
            (groups.TryGetValue(key(index), out List<double>? group) ? group : groups[key(index)] = []).Add(x[index]);
        }

        Dictionary<string, (double Mean, double Deviation)> normal = groups.ToDictionary(pair => pair.Key, pair =>
        {
            double mean = centred ? pair.Value.Average() : 0;
            return (mean, Math.Sqrt(pair.Value.Average(value => (value - mean) * (value - mean)) + eps));
        });
        return Plain.From(x.Shape, index => normal[key(index)] is var (mean, deviation) ? Affine((x[index] - mean) / deviation, parameter(index), weight, bias) : 0);
    }

    internal static Plain Given(Plain x, double[] mean, double[] variance, Plain? weight, Plain? bias) =>
        Plain.From(x.Shape, index => Affine((x[index] - mean[index[1]]) / Math.Sqrt(variance[index[1]] + 1e-5), [index[1]], weight, bias));

    internal static string Key(IEnumerable<int> index) => string.Join(',', index);

    private static double Affine(double normal, int[] parameter, Plain? weight, Plain? bias) => (normal * (weight?[parameter] ?? 1)) + (bias?[parameter] ?? 0);
}
