using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class ReadmissionSimTests
{
    [Fact]
    public void Generate_SameSeed_SameBits()
    {
        ReadmissionSim simulator = new() { Rows = 200, Missingness = 0.1, SiteArtifact = 1, Drift = 1, PatientEffect = 1 };

        Assert.Equal(simulator.Generate(8).Inputs.Select(BitConverter.SingleToInt32Bits), simulator.Generate(8).Inputs.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(simulator.Generate(8).Labels, simulator.Generate(8).Labels);
        Assert.NotEqual(simulator.Generate(8).TrueRisks, simulator.Generate(9).TrueRisks);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.12)]
    [InlineData(0.5)]
    public void Generate_Prevalence_IsTheMeanRiskAndIsHitByTheOutcomes(double prevalence)
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = 10_000, Prevalence = prevalence }.Generate(4);

        Assert.Equal(prevalence, rows.TrueRisks.Average(), 1e-12);
        Assert.Equal(prevalence, rows.Labels.Average(), 4 * Math.Sqrt(prevalence * (1 - prevalence) / rows.Rows));
    }

    [Fact]
    public void TrueRisks_Bins_MatchTheObservedRates()
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = 30_000, Prevalence = 0.2, PatientEffect = 0.5, SiteArtifact = 0.5, Drift = 0.5 }.Generate(6);
        int judged = 0;

        foreach (IGrouping<int, int> bin in Enumerable.Range(0, rows.Rows).GroupBy(row => (int)(rows.TrueRisks[row] * 10)).Where(bin => bin.Count() >= 300))
        {
            double expected = bin.Average(row => rows.TrueRisks[row]);
            double observed = bin.Average(row => (double)rows.Labels[row]);
            Assert.Equal(expected, observed, 4 * Math.Sqrt(expected * (1 - expected) / bin.Count()));
            judged++;
        }

        Assert.InRange(judged, 6, 10);
    }

    [Fact]
    public void TrueRisks_Ranking_IsWorthAnAurocOfAboutFourFifths() =>
        Assert.InRange(Ranking(new ReadmissionSim { Rows = 20_000 }.Generate(2)), 0.76, 0.84);

    [Fact]
    public void Generate_NoSignal_MakesRisksEqual()
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = 100, Signal = 0, Prevalence = 0.3 }.Generate(2);

        Assert.All(rows.TrueRisks, risk => Assert.Equal(0.3, risk, 1e-12));
    }

    [Fact]
    public void Generate_LinearModel_RanksUnseenPatients()
    {
        ReadmissionSim simulator = new() { Rows = 3000, Prevalence = 0.2 };
        LinearClassifier model = new(simulator.Generate(1), 2, 100);
        ReadmissionRows test = simulator.Generate(2);

        ReadmissionRows scored = test with { TrueRisks = [.. Enumerable.Range(0, test.Rows).Select(row => model.Probabilities(test.Row(row))[1])] };

        Assert.InRange(Ranking(scored), 0.7, Ranking(test) + 0.01);
    }

    [Fact]
    public void Generate_Features_AreNamedAndPlausible()
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = 5000 }.Generate(3);

        Assert.Equal(20, rows.Features);
        Assert.Equal(20, rows.FeatureNames.Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows.Inputs, value => Assert.True(float.IsFinite(value)));
        for (int row = 0; row < rows.Rows; row++)
        {
            Assert.InRange(rows.Row(row)[0], 18, 98);
        }

        Assert.All(rows.Sites, site => Assert.InRange(site, 0, 3));
        Assert.All(rows.Months, month => Assert.InRange(month, 0, 23));
        Assert.Equal([0, 1, 2, 3], rows.AgeGroups().Distinct().Order());
        Assert.InRange(rows.Sexes().Average(), 0.47, 0.53);
    }

    [Fact]
    public void Generate_SeveralAdmissions_SharePatientAndStandTogether()
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = 6000, AdmissionsPerPatient = 2 }.Generate(3);

        Assert.InRange((double)rows.Rows / rows.Patients.Distinct().Count(), 1.9, 2.1);
        Assert.Equal(rows.Patients.Order(), rows.Patients);
        Assert.All(rows.Patients.Zip(rows.Sites).GroupBy(pair => pair.First), patient => Assert.Single(patient.Select(pair => pair.Second).Distinct()));
    }

    [Fact]
    public void Generate_Missingness_TakesItsShareOfLaboratoryValuesAlone()
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = 8000, Missingness = 0.2 }.Generate(3);

        double[] missing = [.. Enumerable.Range(0, rows.Features).Select(column => Enumerable.Range(0, rows.Rows).Average(row => float.IsNaN(rows.Row(row)[column]) ? 1.0 : 0.0))];

        Assert.All(missing[10..14], share => Assert.InRange(share, 0.17, 0.23));
        Assert.All(missing[..10], share => Assert.Equal(0, share));
        Assert.All(missing[14..], share => Assert.Equal(0, share));
    }

    [Fact]
    public void Generate_SiteArtifactAndDrift_MoveTheBaseRisk()
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = 20_000, SiteArtifact = 1, Drift = 1 }.Generate(3);

        Assert.True(MeanRisk(rows, row => rows.Sites[row] == 3) > 2 * MeanRisk(rows, row => rows.Sites[row] == 0));
        Assert.True(MeanRisk(rows, row => rows.Months[row] >= 20) > 1.3 * MeanRisk(rows, row => rows.Months[row] < 4));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Generate_PrevalenceOutside_Throws(double prevalence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadmissionSim { Prevalence = prevalence }.Generate(1));

    private static double MeanRisk(ReadmissionRows rows, Func<int, bool> chosen) => Enumerable.Range(0, rows.Rows).Where(chosen).Average(row => rows.TrueRisks[row]);

    /// <summary>The share of pairs of one readmitted and one not in which the readmitted one has the higher risk, by ranks.</summary>
    private static double Ranking(ReadmissionRows rows)
    {
        int[] order = [.. Enumerable.Range(0, rows.Rows).OrderBy(row => rows.TrueRisks[row])];
        double positives = rows.Labels.Sum();
        double ranks = order.Select((row, rank) => rows.Labels[row] * (rank + 1.0)).Sum();
        return (ranks - (positives * (positives + 1) / 2)) / (positives * (rows.Rows - positives));
    }
}
