using Gradus.Learning.Optimizers;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

public sealed class ExponentialMovingAverageTests
{
    [Fact]
    public void Update_OracleCases_AveragesAgree()
    {
        foreach (Case expected in Fixture.Read<Case>("averages.json"))
        {
            Tensor weight = expected.Values[0].ToTensor();
            weight.RequiresGrad = true;
            ExponentialMovingAverage average = new([weight], expected.Decay);

            for (int i = 0; i < expected.Values.Length; i++)
            {
                weight.Detach().CopyFrom(expected.Values[i].ToTensor());
                average.Update();

                Close.To(expected.Averages[i], average.Averages[0], 1e-14, 1e-15, $"average {i} with decay {expected.Decay}");
            }
        }
    }

    [Fact]
    public void Apply_UntilDisposed_ExchangesWeightsBitForBit()
    {
        (Tensor weight, ExponentialMovingAverage average) = Make();
        float[] own = weight.ToArray<float>(), mean = average.Averages[0].ToArray<float>();

        IDisposable borrowed = average.Apply();
        Assert.Equal(mean, weight.ToArray<float>());
        borrowed.Dispose();
        borrowed.Dispose();

        Assert.NotEqual(own, mean);
        Assert.Equal(own, weight.ToArray<float>());
        Assert.Equal(mean, average.Averages[0].ToArray<float>());
    }

    [Fact]
    public void LoadStateDictionary_AnotherAverage_GoesOnWithTheSameBits()
    {
        (Tensor weight, ExponentialMovingAverage average) = Make();
        ExponentialMovingAverage other = new([weight], 0.75);
        IReadOnlyDictionary<string, Tensor> state = average.StateDictionary();

        other.LoadStateDictionary(state);
        average.Update();
        other.Update();

        Assert.Equal(["average.0", "n_averaged"], state.Keys.Order());
        Assert.Equal(average.Updates, other.Updates);
        Assert.Equal(average.Averages[0].ToArray<float>(), other.Averages[0].ToArray<float>());
        Assert.Contains("'average.0' is missing", Assert.Throws<ArgumentException>(() => other.LoadStateDictionary(state.Where(entry => entry.Key != "average.0").ToDictionary())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialMovingAverage([Tensor.Ones(2)], 1.5));
        Assert.Contains("Int64 [2]", Assert.Throws<ArgumentException>(() => new ExponentialMovingAverage([Tensor.From([1L, 2L])])).Message, StringComparison.Ordinal);
    }

    // Two updates on different weights.
    private static (Tensor Weight, ExponentialMovingAverage Average) Make()
    {
        Tensor weight = Tensor.Randn(new Rng(5), 4, 3);
        ExponentialMovingAverage average = new([weight], 0.75);
        average.Update();
        weight.CopyFrom(Tensor.Randn(new Rng(6), 4, 3));
        average.Update();
        return (weight, average);
    }

    private sealed record Case(double Decay, Packed[] Values, Packed[] Averages);
}
