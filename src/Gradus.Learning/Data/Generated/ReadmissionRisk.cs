namespace Gradus.Learning.Data.Generated;

/// <summary>The true risk of <see cref="ReadmissionSim"/>.</summary>
internal static class ReadmissionRisk
{
    /// <summary>The log-odds of one admission before intercept, site, month and patient.</summary>
    /// <param name="features">The twenty values.</param>
    /// <param name="interactions">The weight of the interactions.</param>
    /// <returns>Log-odds.</returns>
    public static double Score(ReadOnlySpan<double> features, double interactions)
    {
        double age = (features[ReadmissionFeatures.Age] - 66) / 15;
        double prior = features[ReadmissionFeatures.PriorAdmissions];
        double sodium = (features[ReadmissionFeatures.Sodium] - 138.5) / 3;
        double pressure = (features[ReadmissionFeatures.SystolicPressure] - 131) / 18;
        double linear =
            (0.15 * age)
            + (0.05 * features[ReadmissionFeatures.Male])
            + (0.35 * features[ReadmissionFeatures.Emergency])
            + (0.04 * features[ReadmissionFeatures.StayDays])
            + (0.30 * prior)
            + (0.25 * features[ReadmissionFeatures.EmergencyVisits])
            + (0.12 * features[ReadmissionFeatures.Comorbidity])
            + (0.35 * features[ReadmissionFeatures.HeartFailure])
            + (0.10 * features[ReadmissionFeatures.Diabetes])
            + (0.25 * features[ReadmissionFeatures.LungDisease])
            - (0.10 * (features[ReadmissionFeatures.Filtration] - 76) / 17)
            - (0.20 * (features[ReadmissionFeatures.Haemoglobin] - 13) / 1.6)
            - (0.15 * sodium)
            - (0.25 * (features[ReadmissionFeatures.Albumin] - 38) / 4)
            + (0.10 * (features[ReadmissionFeatures.HeartRate] - 78) / 12)
            + (0.03 * features[ReadmissionFeatures.Medications])
            + (0.20 * features[ReadmissionFeatures.LivesAlone])
            - (0.30 * features[ReadmissionFeatures.DischargedHome])
            - (0.30 * features[ReadmissionFeatures.FollowUpBooked]);
        double interacting =
            (0.6 * features[ReadmissionFeatures.HeartFailure] * Math.Max(0, -sodium))
            + (0.25 * pressure * pressure)
            + (age > 0.6 ? 0.6 * features[ReadmissionFeatures.LivesAlone] : 0)
            + (0.15 * prior * (1 - features[ReadmissionFeatures.FollowUpBooked]));
        return linear + (interactions * interacting);
    }

    /// <summary>Risks whose mean is a wanted prevalence: sigmoid(b + score) with b found by halving.</summary>
    /// <param name="scores">The log-odds without intercept.</param>
    /// <param name="prevalence">The wanted mean, in (0, 1).</param>
    /// <returns>One risk a score.</returns>
    public static double[] WithPrevalence(double[] scores, double prevalence)
    {
        double low = Math.Log(prevalence / (1 - prevalence)) - scores.Max();
        double high = Math.Log(prevalence / (1 - prevalence)) - scores.Min();
        for (double middle = low + ((high - low) / 2); middle > low && middle < high; middle = low + ((high - low) / 2))
        {
            if (scores.Average(score => Sigmoid(score + middle)) < prevalence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return [.. scores.Select(score => Sigmoid(score + high))];
    }

    private static double Sigmoid(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
