using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>A simulated patient: what stays the same over the admissions.</summary>
internal sealed record ReadmissionPatient(int Site, double Age, bool Male, double Frailty, bool HeartFailure, bool Diabetes, bool LungDisease, bool LivesAlone)
{
    /// <summary>Draws a patient.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="sites">The number of hospitals.</param>
    /// <returns>The patient.</returns>
    public static ReadmissionPatient Draw(Rng random, int sites)
    {
        int site = random.NextInt(sites);
        double age = Math.Clamp(66 + (15 * random.NextNormal()), 18, 98);
        bool male = random.NextDouble() < 0.5;
        double frailty = (0.6 * (age - 66) / 15) + (0.8 * random.NextNormal());
        return new ReadmissionPatient(
            site,
            age,
            male,
            frailty,
            Chance(random, -1.5 + (0.9 * frailty)),
            Chance(random, -1.0 + (0.3 * frailty)),
            Chance(random, -1.6 + (0.5 * frailty)),
            Chance(random, -1.0 + (0.4 * (age - 66) / 15) - (male ? 0.3 : 0)));
    }

    /// <summary>Draws what is known at the end of one admission.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="progress">The drift so far, in its own unit.</param>
    /// <param name="features">Receives the twenty values.</param>
    public void Admit(Rng random, double progress, Span<double> features)
    {
        double severity = (0.7 * Frailty) + (0.7 * random.NextNormal());
        bool emergency = Chance(random, 0.4 + (0.7 * severity));
        bool home = Chance(random, 1.4 - (0.8 * severity) - (LivesAlone ? 0.5 : 0));
        features[ReadmissionFeatures.Age] = Math.Round(Math.Clamp(Age + (3 * progress), 18, 110));
        features[ReadmissionFeatures.Male] = Male ? 1 : 0;
        features[ReadmissionFeatures.Emergency] = emergency ? 1 : 0;
        features[ReadmissionFeatures.StayDays] = Math.Round(Math.Clamp(Math.Exp(1.3 + (0.35 * severity) + (0.5 * random.NextNormal())), 1, 60));
        features[ReadmissionFeatures.PriorAdmissions] = Count(random, Math.Exp(-0.4 + (0.6 * Frailty)), 12);
        features[ReadmissionFeatures.EmergencyVisits] = Count(random, Math.Exp(-0.7 + (0.5 * Frailty)), 12);
        features[ReadmissionFeatures.Comorbidity] = Math.Min(12, Count(random, Math.Exp(0.3 + (0.4 * Frailty)), 9) + (HeartFailure ? 1 : 0) + (Diabetes ? 1 : 0) + (LungDisease ? 1 : 0));
        features[ReadmissionFeatures.HeartFailure] = HeartFailure ? 1 : 0;
        features[ReadmissionFeatures.Diabetes] = Diabetes ? 1 : 0;
        features[ReadmissionFeatures.LungDisease] = LungDisease ? 1 : 0;
        features[ReadmissionFeatures.Filtration] = Math.Clamp(78 - (0.6 * (Age - 66)) - (6 * severity) + (14 * random.NextNormal()), 8, 130);
        features[ReadmissionFeatures.Haemoglobin] = Math.Clamp(12.6 + (Male ? 0.8 : 0) - (0.6 * severity) + (1.3 * random.NextNormal()), 5, 19);
        features[ReadmissionFeatures.Sodium] = Math.Clamp(139 - (0.9 * severity) - (HeartFailure ? 1 : 0) + (2.8 * random.NextNormal()), 115, 158);
        features[ReadmissionFeatures.Albumin] = Math.Clamp(38 - (2 * severity) + (3.5 * random.NextNormal()), 15, 55);
        features[ReadmissionFeatures.SystolicPressure] = Math.Clamp(131 - (3 * severity) + (18 * random.NextNormal()), 70, 220);
        features[ReadmissionFeatures.HeartRate] = Math.Clamp(78 + (4 * severity) + (4 * progress) + (11 * random.NextNormal()), 40, 160);
        features[ReadmissionFeatures.Medications] = Count(random, Math.Exp(1.8 + (0.25 * Frailty)), 30);
        features[ReadmissionFeatures.LivesAlone] = LivesAlone ? 1 : 0;
        features[ReadmissionFeatures.DischargedHome] = home ? 1 : 0;
        features[ReadmissionFeatures.FollowUpBooked] = Chance(random, 0.2) ? 1 : 0;
    }

    private static bool Chance(Rng random, double logOdds) => random.NextDouble() < 1 / (1 + Math.Exp(-logOdds));

    /// <summary>A Poisson number by Knuth's product of uniforms; the means here stay below 20.</summary>
    private static int Count(Rng random, double mean, int most)
    {
        double limit = Math.Exp(-mean);
        int count = 0;
        for (double product = random.NextDouble(); product > limit && count < most; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
