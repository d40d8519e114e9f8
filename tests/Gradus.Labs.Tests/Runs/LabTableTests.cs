using Gradus.Testing;

namespace Gradus.Labs.Tests.Runs;

public sealed class LabTableTests
{
    [Fact]
    public void Run_AccuracyTrapOnMammography_HoldsOnRealPatients()
    {
        LabTable table = new(RealData("mammography", "mammography.csv"), "c7", "'1'", HasHeader: false);

        LabResult result = LabCatalog.Find("accuracy-trap")!.Run(new LabRequest(1, 3, table), null, CancellationToken.None);

        Assert.True(result.Verdict == LabVerdict.Holds, result.Conclusion);
        Assert.InRange(result.Measures["AUROC, network, at 2.32 %"], 0.88, 0.97);
        Assert.InRange(result.Measures["accuracy, saying no, at 2.32 %"], 0.976, 0.978);
    }

    [Fact]
    public void Run_AccuracyTrapOnPima_IsRefutedBecauseTheIllAreMany()
    {
        LabTable table = new(RealData("pima-diabetes", "pima-indians-diabetes.csv"), "c9", "1", HasHeader: false);

        LabResult result = LabCatalog.Find("accuracy-trap")!.Run(new LabRequest(1, 5, table), null, CancellationToken.None);

        Assert.True(result.Verdict == LabVerdict.Refuted, result.Conclusion);
        Assert.InRange(result.Measures["AUROC, network, at 34.9 %"], 0.75, 0.88);
    }

    [Fact]
    public void Run_TemperatureOnMammography_KeepsTheOrder()
    {
        LabTable table = new(RealData("mammography", "mammography.csv"), "c7", "'1'", HasHeader: false);

        LabResult result = LabCatalog.Find("temperature-and-platt-scaling")!.Run(new LabRequest(1, 2, table), null, CancellationToken.None);

        Assert.Equal(result.Measures["AUROC, uncalibrated"], result.Measures["AUROC, temperature"]);
        Assert.DoesNotContain(result.Measures.Keys, name => name.Contains("true risk", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_AccuracyTrapOnAGivenTable_UsesItsPrevalenceAlone()
    {
        using TemporaryFolder folder = new();
        string path = folder.Combine("wards.csv");
        File.WriteAllText(path, "beds,staff,incident\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"{row % 37},{(row % 10 == 0 ? 9 : row % 5)},{(row % 10 == 0 ? "yes" : "no")}\n")));

        LabResult result = LabCatalog.Find("accuracy-trap")!.Run(new LabRequest(1, 2, new LabTable(path, "incident", "yes")), null, CancellationToken.None);

        Assert.All(result.Measures.Keys, name => Assert.EndsWith("at 10 %", name, StringComparison.Ordinal));
        Assert.Equal(0.9, result.Measures["accuracy, saying no, at 10 %"], 1e-12);
        Assert.True(result.Measures["AUROC, network, at 10 %"] > 0.9);
    }

    [Fact]
    public void Run_TableForALabThatTakesNone_NamesThoseThatDo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => LabCatalog.Find("dropout")!.Run(new LabRequest(1, 1, new LabTable("x.csv", "y", "1")), null, CancellationToken.None));

        Assert.Contains("accuracy-trap or temperature-and-platt-scaling", error.Message, StringComparison.Ordinal);
    }

    private static string RealData(string set, string file)
    {
        string? folder = Environment.GetEnvironmentVariable("GRADUS_DATA");
        string path = Path.Combine(folder ?? "", set, file);
        Assert.SkipUnless(folder is not null && File.Exists(path), $"{set} is not here: set GRADUS_DATA to a folder that holds {set}/{file}.");
        return path;
    }
}
