using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class GaussianBlobsTests
{
    [Fact]
    public void Generate_SameSeed_SameBits()
    {
        GaussianBlobs blobs = new() { Rows = 50, Classes = 3, Features = 4, Correlation = 0.4 };

        Assert.Equal(blobs.Generate(8).Inputs, blobs.Generate(8).Inputs);
        Assert.NotEqual(blobs.Generate(8).Inputs, blobs.Generate(9).Inputs);
    }

    [Fact]
    public void Generate_Shares_AreHitWithinFourStandardErrors()
    {
        GaussianBlobsRows rows = new GaussianBlobs { Rows = 10_000, Classes = 3, Features = 3, Shares = [0.7, 0.2, 0.1] }.Generate(1);

        Assert.InRange(rows.Labels.Average(label => label == 0 ? 1.0 : 0.0), 0.7 - 0.019, 0.7 + 0.019);
        Assert.InRange(rows.Labels.Average(label => label == 2 ? 1.0 : 0.0), 0.1 - 0.012, 0.1 + 0.012);
    }

    [Fact]
    public void BayesError_TwoEqualClasses_IsTheNormalTail() =>
        Assert.Equal(0.066807201268858057, new GaussianBlobs { Distance = 3 }.BayesError()!.Value, 1e-13); // SciPy: norm.cdf(-1.5)

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.3, 0.9)]
    public void BayesError_ClosedForm_EqualsTheMeanOfPosteriors(double correlation, double share)
    {
        GaussianBlobs blobs = new() { Rows = 40_000, Features = 3, Distance = 2, Spread = 1.2, Correlation = correlation, Shares = [share, 1 - share] };

        Assert.Equal(blobs.BayesError()!.Value, blobs.Generate(2).BayesError(), 0.006);
    }

    [Fact]
    public void Posteriors_Bins_MatchTheObservedShares()
    {
        GaussianBlobsRows rows = new GaussianBlobs { Rows = 20_000, Classes = 3, Features = 3, Distance = 1.5, Correlation = 0.3 }.Generate(5);

        foreach (IGrouping<int, int> bin in Enumerable.Range(0, rows.Rows).GroupBy(row => (int)(rows.Posteriors[row * 3] * 5)).Where(bin => bin.Count() > 500))
        {
            double expected = bin.Average(row => rows.Posteriors[row * 3]);
            double observed = bin.Average(row => rows.Labels[row] == 0 ? 1.0 : 0.0);
            Assert.Equal(expected, observed, 4 * Math.Sqrt(expected * (1 - expected) / bin.Count()));
        }
    }

    [Fact]
    public void Generate_LinearModel_ComesNearTheBayesError()
    {
        GaussianBlobs blobs = new() { Rows = 1000, Distance = 3 };

        double accuracy = new LinearClassifier(blobs.Generate(1), 2).Accuracy(blobs.Generate(2));

        Assert.Equal(1 - blobs.BayesError()!.Value, accuracy, 0.03);
    }

    [Fact]
    public void BayesError_ThreeClasses_HasNoClosedForm() => Assert.Null(new GaussianBlobs { Classes = 3, Features = 3 }.BayesError());

    [Fact]
    public void Generate_BadOptions_NameWhatIsNeeded()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianBlobs { Classes = 3, Features = 2 }.Generate(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianBlobs { Correlation = 1 }.Generate(1));
        ArgumentException error = Assert.Throws<ArgumentException>(() => new GaussianBlobs { Shares = [0.5, 0.6] }.Generate(1));
        Assert.Contains("sum 1", error.Message, StringComparison.Ordinal);
    }
}
