using Gradus.Evaluation.Calibration;

namespace Gradus.Evaluation.Tests.Calibration;

public sealed class ReliabilityDiagramTests
{
    [Fact]
    public void Compute_EqualWidth_KeepsEmptyBinsAndOne()
    {
        IReadOnlyList<ReliabilityBin> bins = ReliabilityDiagram.Compute<double>([0.1, 0.2, 1.0], [0, 1, 1], 4);

        Assert.Equal([2, 0, 0, 1], bins.Select(bin => bin.Count));
        Assert.Equal(0.5, bins[0].Frequency);
        Assert.Equal(0.15, bins[0].MeanProbability!.Value, 15);
        Assert.Null(bins[1].Gap);
        Assert.Equal((0.75, 1.0), (bins[3].Lower, bins[3].Upper));
    }

    [Fact]
    public void Compute_EqualMass_DiffersByOneRowAtMost()
    {
        double[] probabilities = [.. Enumerable.Range(0, 103).Select(row => row / 1000.0)];

        IReadOnlyList<ReliabilityBin> bins = ReliabilityDiagram.Compute<double>(probabilities, new int[103], 10, Binning.EqualMass);

        Assert.All(bins, bin => Assert.InRange(bin.Count, 10, 11));
        Assert.Equal(103, bins.Sum(bin => bin.Count));
        Assert.True(bins[0].Upper <= bins[1].Lower);
    }

    [Theory]
    [InlineData(Binning.EqualWidth)]
    [InlineData(Binning.EqualMass)]
    public void Compute_RowsReversed_SameBins(Binning binning)
    {
        double[] probabilities = [0.1, 0.5, 0.5, 0.5, 0.9, 0.25];
        int[] outcomes = [0, 1, 0, 1, 1, 0];

        IReadOnlyList<ReliabilityBin> forward = ReliabilityDiagram.Compute<double>(probabilities, outcomes, 4, binning);
        IReadOnlyList<ReliabilityBin> backward = ReliabilityDiagram.Compute<double>([.. probabilities.Reverse()], [.. outcomes.Reverse()], 4, binning);

        Assert.Equal(forward, backward);
    }

    [Fact]
    public void Compute_MoreBinsThanRows_LeavesSomeEmpty()
    {
        IReadOnlyList<ReliabilityBin> bins = ReliabilityDiagram.Compute<double>([0.4], [1], 3, Binning.EqualMass);

        Assert.Equal(1, bins.Sum(bin => bin.Count));
        Assert.Equal(0.6, ExpectedCalibrationError.Compute<double>([0.4], [1], 3, Binning.EqualMass)!.Value, 15);
    }

    [Fact]
    public void Compute_NoBin_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ReliabilityDiagram.Compute<double>([0.4], [1], 0));
}
