namespace Gradus.Tensors.Tests.Ops;

/// <summary>Elementwise operators over random shapes, against plain loops over indices.</summary>
public sealed class BroadcastingTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Arithmetic_RandomShapesAndStrides_MatchesLoops(int seed)
    {
        Rng rng = new((ulong)seed);
        int[] full = [.. Enumerable.Range(0, rng.NextInt(5)).Select(_ => rng.NextInt(4) == 0 ? rng.NextInt(2) : 1 + rng.NextInt(6))];
        (Tensor a, Func<int[], double> atA) = Draw(rng, full);
        (Tensor b, Func<int[], double> atB) = Draw(rng, full);

        foreach (DType dtype in (DType[])[DType.Float64, DType.Float32])
        {
            Tensor x = a.To(dtype), y = b.To(dtype);
            Check(x + y, full, i => atA(i) + atB(i));
            Check(x - y, full, i => atA(i) - atB(i));
            Check(x * y, full, i => atA(i) * atB(i));
            Check(x / y, full, i => atA(i) / atB(i));
            Check(Tensor.Maximum(x, y), full, i => Math.Max(atA(i), atB(i)));
            Check(x.Greater(y), full, i => (float)atA(i) > (float)atB(i) ? 1 : 0);
            Check(Tensor.Where(x.Greater(y), x, y), full, i => Math.Max(atA(i), atB(i)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sum_RandomShapesAndDims_MatchesLoops(int seed)
    {
        Rng rng = new((ulong)seed + 1000);
        int[] shape = [.. Enumerable.Range(0, 1 + rng.NextInt(4)).Select(_ => rng.NextInt(8) == 0 ? 0 : 1 + rng.NextInt(6))];
        Tensor x = Tensor.Randn(rng, DType.Float64, shape);
        Tensor view = x.Permute(rng.Permutation(shape.Length));
        int[] dims = [.. Enumerable.Range(0, shape.Length).Where(_ => rng.NextInt(2) == 0)];
        int[] reduced = dims.Length == 0 ? [.. Enumerable.Range(0, shape.Length)] : dims;
        int[] kept = [.. view.Shape.ToArray().Select((size, i) => reduced.Contains(i) ? 1 : size)];
        Dictionary<string, double> sums = [];
        double[] values = view.ToArray<double>();
        foreach ((int[] index, int place) in Indices(view.Shape.ToArray()).Select((index, place) => (index, place)))
        {
            string key = string.Join(',', index.Select((coordinate, i) => reduced.Contains(i) ? 0 : coordinate));
            sums[key] = sums.GetValueOrDefault(key) + values[place];
        }

        foreach (DType dtype in (DType[])[DType.Float64, DType.Float32])
        {
            Check(view.To(dtype).Sum(dims, keepDim: true), kept, index => sums.GetValueOrDefault(string.Join(',', index)));
        }
    }

    [Fact]
    public void Add_ShapesThatDoNotBroadcast_NamesBothAndTheDimension()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Tensor.Ones(2, 3) + Tensor.Ones(4));

        Assert.Contains("[2, 3] and [4]", error.Message, StringComparison.Ordinal);
        Assert.Contains("dimension -1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arithmetic_MixedTypes_PromotesAsPyTorch()
    {
        Tensor whole = Tensor.From([1L, 2L]), single = Tensor.From([0.5f, 0.5f]);

        Assert.Equal(DType.Int64, (whole + Tensor.From([1, 2])).DType);
        Assert.Equal(DType.Float32, (whole * single).DType);
        Assert.Equal(DType.Float64, (single + Tensor.From([1.0, 2.0])).DType);
        Assert.Equal([0.5f, 1f], (whole / Tensor.From([2L])).ToArray<float>());
        Assert.Equal([2L], (Tensor.From([true, true, false]).Sum().Reshape(1)).ToArray<long>());
    }

    /// <summary>A tensor that broadcasts to a shape, some of its dimensions 1 or left out, sometimes a transposed view.</summary>
    private static (Tensor Tensor, Func<int[], double> At) Draw(Rng rng, int[] full)
    {
        int lead = full.Length == 0 ? 0 : rng.NextInt(full.Length + 1) / 2;
        int[] shape = [.. full.Skip(lead).Select(size => rng.NextInt(3) == 0 ? 1 : size)];
        int[] order = rng.Permutation(shape.Length);
        int[] inverse = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            inverse[order[i]] = i;
        }

        Tensor tensor = (Tensor.Rand(rng, DType.Float64, [.. order.Select(i => shape[i])]) + 0.5).Permute(inverse);
        double[] values = tensor.ToArray<double>();
        return (tensor, index =>
        {
            int place = 0;
            for (int i = 0; i < shape.Length; i++)
            {
                place = (place * shape[i]) + (shape[i] == 1 ? 0 : index[i + lead]);
            }

            return values[place];
        }
        );
    }

    private static void Check(Tensor actual, int[] broadcast, Func<int[], double> expected)
    {
        int lead = broadcast.Length - actual.Rank;
        double[] values = actual.ToArray<double>();
        int place = 0;
        foreach (int[] index in Indices(actual.Shape.ToArray()))
        {
            int[] whole = [.. new int[lead], .. index];
            Assert.Equal(expected(whole), values[place++], 1e-5);
        }
    }

    private static IEnumerable<int[]> Indices(int[] shape)
    {
        int count = shape.Aggregate(1, (a, b) => a * b);
        for (int i = 0; i < count; i++)
        {
            int[] index = new int[shape.Length];
            for (int d = shape.Length - 1, rest = i; d >= 0; rest /= shape[d--])
            {
                index[d] = rest % shape[d];
            }

            yield return index;
        }
    }
}
