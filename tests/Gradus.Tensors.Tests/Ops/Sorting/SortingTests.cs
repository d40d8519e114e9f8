namespace Gradus.Tensors.Tests.Ops.Sorting;

public sealed class SortingTests
{
    /// <summary>Long rows go another way than short ones; both must agree with LINQ's stable order.</summary>
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    [InlineData(DType.Int64)]
    [InlineData(DType.Int32)]
    public void Sort_ShortAndLongRowsWithEqualElements_IsStable(DType dtype)
    {
        foreach (int length in (int[])[3, 200, 700, 5000])
        {
            Tensor x = Tensor.RandInt(new Rng((ulong)length), -40, 40, length).To(dtype);
            double[] values = x.ToArray<double>();

            (Tensor rising, Tensor places) = x.Sort();
            Tensor falling = x.ArgSort(descending: true);

            Assert.Equal(values.Order(), rising.ToArray<double>());
            Assert.Equal(Enumerable.Range(0, length).OrderBy(i => values[i]).Select(i => (long)i), places.ToArray<long>());
            Assert.Equal(Enumerable.Range(0, length).OrderByDescending(i => values[i]).Select(i => (long)i), falling.ToArray<long>());
        }
    }

    [Fact]
    public void Sort_WithNaN_PutsItAboveInfinity()
    {
        Tensor x = Tensor.From([float.NaN, 1f, float.PositiveInfinity, -1f]);

        Assert.Equal([3L, 1, 2, 0], x.ArgSort().ToArray<long>());
        Assert.Equal([0L, 2, 1, 3], x.ArgSort(descending: true).ToArray<long>());
        Assert.Equal([0L, 2], x.TopK(2).Indices.ToArray<long>());
        Assert.Equal(0, x.Median(0).Indices.Item());
        Assert.True(double.IsNaN(x.Quantile(0.1).Item()));
    }

    [Fact]
    public void TopKAndKthValue_OfManyElements_AgreeWithSorting()
    {
        Tensor x = Tensor.Randn(new Rng(4), 20_000);
        long[] places = x.ArgSort(descending: true).ToArray<long>();

        Assert.Equal(places[..300], x.TopK(300).Indices.ToArray<long>());
        Assert.Equal(places[^777], x.KthValue(777).Indices.Item());
        Assert.Equal(places[..15_000], x.TopK(15_000).Indices.ToArray<long>());
    }

    [Fact]
    public void Unique_OfRepeatedNumbers_GivesPlacesAndCounts()
    {
        (Tensor values, Tensor inverse, Tensor counts) = Tensor.From([3L, 1, 3, 2], 2, 2).Unique();

        Assert.Equal([1L, 2, 3], values.ToArray<long>());
        Assert.Equal([2L, 0, 2, 1], inverse.ToArray<long>());
        Assert.Equal([1L, 1, 2], counts.ToArray<long>());
    }
}
