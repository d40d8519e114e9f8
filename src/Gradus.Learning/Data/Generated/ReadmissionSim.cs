using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>A simulator of hospital admissions: is the patient readmitted within thirty days of discharge? The true probability of every row is known.</summary>
/// <remarks>
/// Each patient has a sex, an age, a home site and a frailty, and one or more admissions in random months; frailty and age move comorbidities, history and laboratory values.
/// The risk of an admission is sigmoid(b + <see cref="Signal"/> (linear part + <see cref="Interactions"/> interactions) + site + month + patient),
/// where the intercept b is solved so that the mean risk is <see cref="Prevalence"/>, and the outcome is drawn from the risk.
/// All names, levels and effects are inventions of plausible size; nothing was learned from patients, and nothing here is clinical advice.
/// </remarks>
public sealed record ReadmissionSim
{
    /// <summary>The admissions. Default 2,000.</summary>
    public int Rows { get; init; } = 2000;

    /// <summary>The mean risk, in (0, 1). Default 0.12.</summary>
    public double Prevalence { get; init; } = 0.12;

    /// <summary>How strongly the features move the risk; 0 makes them worthless. Default 1, at which the true risk has an AUROC of about 0.8.</summary>
    public double Signal { get; init; } = 1;

    /// <summary>How strong the interactions are; 0 makes the log-odds linear in the features. Default 1.</summary>
    public double Interactions { get; init; } = 1;

    /// <summary>The mean number of admissions of a patient, at least 1. Default 1.5.</summary>
    public double AdmissionsPerPatient { get; init; } = 1.5;

    /// <summary>The standard deviation of a patient's own part of the log-odds, which no feature shows and all of the patient's rows share. Default 0.</summary>
    public double PatientEffect { get; init; }

    /// <summary>The hospitals. Default 4.</summary>
    public int Sites { get; init; } = 4;

    /// <summary>How strongly sites differ: in base risk by up to this much log-odds either way, and in the zero point of haemoglobin and albumin. Default 0.</summary>
    public double SiteArtifact { get; init; }

    /// <summary>The share of laboratory values that are missing (not a number), in [0, 1); planned admissions miss twice as often as emergencies. Default 0.</summary>
    public double Missingness { get; init; }

    /// <summary>The months. Default 24.</summary>
    public int Months { get; init; } = 24;

    /// <summary>The change from the first month to the last: of the log-odds by this much, of age by three years and of heart rate by four beats for each unit. Default 0.</summary>
    public double Drift { get; init; }

    /// <summary>Simulates the admissions.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits, and other seeds other patients.</param>
    /// <returns>The rows in the order of patients, with the true risk of each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ReadmissionRows Generate(ulong seed)
    {
        Validate();
        Rng random = new Rng(seed).Split("readmission-sim");
        double[] values = new double[Rows * ReadmissionFeatures.Count];
        double[] scores = new double[Rows];
        int[] patients = new int[Rows];
        int[] sites = new int[Rows];
        int[] months = new int[Rows];
        int row = 0;
        for (int patient = 0; row < Rows; patient++)
        {
            ReadmissionPatient person = ReadmissionPatient.Draw(random, Sites);
            double hidden = PatientEffect * random.NextNormal();
            do
            {
                Span<double> features = values.AsSpan(row * ReadmissionFeatures.Count, ReadmissionFeatures.Count);
                int month = random.NextInt(Months);
                double progress = Drift * month / Math.Max(1, Months - 1);
                person.Admit(random, progress, features);
                scores[row] = (Signal * ReadmissionRisk.Score(features, Interactions)) + hidden + progress + (SiteArtifact * SiteLevel(person.Site));
                features[ReadmissionFeatures.Haemoglobin] += 1.5 * SiteArtifact * SiteLevel(person.Site);
                features[ReadmissionFeatures.Albumin] -= 4 * SiteArtifact * SiteLevel(person.Site);
                (patients[row], sites[row], months[row]) = (patient, person.Site, month);
                row++;
            }
            while (row < Rows && random.NextDouble() < 1 - (1 / AdmissionsPerPatient));
        }

        double[] risks = ReadmissionRisk.WithPrevalence(scores, Prevalence);
        int[] labels = [.. risks.Select(risk => random.NextDouble() < risk ? 1 : 0)];
        Remove(values, random);
        return new ReadmissionRows
        {
            FeatureNames = ReadmissionFeatures.Names,
            Inputs = [.. values.Select(value => (float)value)],
            Labels = labels,
            TrueRisks = risks,
            Patients = patients,
            Sites = sites,
            Months = months,
        };
    }

    /// <summary>The level of a site, evenly spread over [-1, 1]; 0 where there is one site.</summary>
    private double SiteLevel(int site) => Sites == 1 ? 0 : (2.0 * site / (Sites - 1)) - 1;

    private void Remove(double[] values, Rng random)
    {
        if (Missingness == 0)
        {
            return;
        }

        // Emergencies miss at rate m, planned admissions at 2 m, capped; the shares of both are mixed so that the mean is what was asked for.
        double emergencies = Enumerable.Range(0, Rows).Average(row => values[(row * ReadmissionFeatures.Count) + ReadmissionFeatures.Emergency]);
        double rate = Missingness / (emergencies + (2 * (1 - emergencies)));
        double planned = Math.Min(1, 2 * rate);
        for (int row = 0; row < Rows; row++)
        {
            Span<double> features = values.AsSpan(row * ReadmissionFeatures.Count, ReadmissionFeatures.Count);
            double share = features[ReadmissionFeatures.Emergency] == 1 ? rate : planned;
            foreach (int laboratory in ReadmissionFeatures.Laboratory)
            {
                if (random.NextDouble() < share)
                {
                    features[laboratory] = double.NaN;
                }
            }
        }
    }

    private void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Sites, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Months, 1);
        GeneratedOptions.RequireWithin(Prevalence, 1e-6, 1 - 1e-6, nameof(Prevalence));
        GeneratedOptions.RequireAtLeast(Signal, 0, nameof(Signal));
        GeneratedOptions.RequireAtLeast(Interactions, 0, nameof(Interactions));
        GeneratedOptions.RequireAtLeast(AdmissionsPerPatient, 1, nameof(AdmissionsPerPatient));
        GeneratedOptions.RequireAtLeast(PatientEffect, 0, nameof(PatientEffect));
        GeneratedOptions.RequireAtLeast(SiteArtifact, 0, nameof(SiteArtifact));
        GeneratedOptions.RequireWithin(Missingness, 0, 0.6, nameof(Missingness));
        GeneratedOptions.RequireAtLeast(Drift, -100, nameof(Drift));
    }
}
