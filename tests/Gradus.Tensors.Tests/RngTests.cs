namespace Gradus.Tensors.Tests;

public sealed class RngTests
{
    [Fact]
    public void NextUInt_SeedZero_IsTheFirstPhiloxBlock()
    {
        Rng rng = new(0);

        Assert.Equal([0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u], new[] { rng.NextUInt(), rng.NextUInt(), rng.NextUInt(), rng.NextUInt() });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public void State_TakenAnywhere_GoesOnWithTheSameBits(int drawn)
    {
        Rng rng = new(7, 9);
        for (int i = 0; i < drawn; i++)
        {
            rng.NextUInt();
        }

        Rng later = new(rng.State);

        for (int i = 0; i < 9; i++)
        {
            Assert.Equal(rng.NextUInt(), later.NextUInt());
        }
    }

    [Fact]
    public void Split_ByName_IsTheSameAfterDrawsAndDiffersByName()
    {
        Rng rng = new(3);
        uint before = rng.Split("dropout").NextUInt();
        rng.NextDouble();

        Assert.Equal(before, rng.Split("dropout").NextUInt());
        Assert.NotEqual(before, rng.Split("loader").NextUInt());
        Assert.NotEqual(before, new Rng(4).Split("dropout").NextUInt());
        Assert.NotEqual(rng.Split(0).NextUInt(), rng.Split(1).NextUInt());
    }

    [Fact]
    public void NextNormal_ManyDraws_HaveTheMomentsOfTheNormal()
    {
        Rng rng = new(11);
        const int Count = 200_000;
        double sum = 0, square = 0, fourth = 0;
        for (int i = 0; i < Count; i++)
        {
            double x = rng.NextNormal();
            sum += x;
            square += x * x;
            fourth += x * x * x * x;
        }

        // Five standard errors: 1/√n, √(2/n), √(96/n).
        Assert.InRange(sum / Count, -0.0112, 0.0112);
        Assert.InRange(square / Count, 1 - 0.0158, 1 + 0.0158);
        Assert.InRange(fourth / Count, 3 - 0.11, 3 + 0.11);
    }

    [Fact]
    public void NextInt_ManyDraws_AreUniformByChiSquare()
    {
        Rng rng = new(5);
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            counts[rng.NextInt(10)]++;
        }

        double statistic = counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000);

        Assert.InRange(statistic, 1.0, 27.9); // 9 degrees of freedom: 0.999 quantile 27.88; below 1.15 lies 0.001
    }

    [Fact]
    public void NextFloat_AndNextDouble_StayBelowOneWithMeanOneHalf()
    {
        Rng rng = new(1);
        double floats = 0, doubles = 0;
        for (int i = 0; i < 100_000; i++)
        {
            float single = rng.NextFloat();
            double wide = rng.NextDouble();
            Assert.InRange(single, 0f, 0.99999994f);
            Assert.InRange(wide, 0, 0.99999999999999989);
            floats += single;
            doubles += wide;
        }

        Assert.InRange(floats / 100_000, 0.495, 0.505);
        Assert.InRange(doubles / 100_000, 0.495, 0.505);
    }

    [Fact]
    public void Permutation_OfThree_GivesAllSixOrdersEquallyOften()
    {
        Rng rng = new(2);
        Dictionary<string, int> seen = [];
        for (int i = 0; i < 6000; i++)
        {
            string order = string.Join(',', rng.Permutation(3));
            seen[order] = seen.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(6, seen.Count);
        Assert.All(seen.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void NextInt_BoundBelowOne_SaysWhatIsNeeded()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new Rng(0).NextInt(0));

        Assert.Contains("at least 1", error.Message, StringComparison.Ordinal);
    }
}
