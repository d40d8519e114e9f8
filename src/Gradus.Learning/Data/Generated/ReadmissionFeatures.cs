namespace Gradus.Learning.Data.Generated;

/// <summary>The twenty columns of <see cref="ReadmissionSim"/>.</summary>
internal static class ReadmissionFeatures
{
    public const int Age = 0;
    public const int Male = 1;
    public const int Emergency = 2;
    public const int StayDays = 3;
    public const int PriorAdmissions = 4;
    public const int EmergencyVisits = 5;
    public const int Comorbidity = 6;
    public const int HeartFailure = 7;
    public const int Diabetes = 8;
    public const int LungDisease = 9;
    public const int Filtration = 10;
    public const int Haemoglobin = 11;
    public const int Sodium = 12;
    public const int Albumin = 13;
    public const int SystolicPressure = 14;
    public const int HeartRate = 15;
    public const int Medications = 16;
    public const int LivesAlone = 17;
    public const int DischargedHome = 18;
    public const int FollowUpBooked = 19;

    /// <summary>The number of columns.</summary>
    public const int Count = 20;

    /// <summary>The columns that a laboratory measures and that may be missing.</summary>
    public static IReadOnlyList<int> Laboratory { get; } = [Filtration, Haemoglobin, Sodium, Albumin];

    /// <summary>Their names, with units.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "age_years", "male", "emergency_admission", "stay_days", "prior_admissions_12_months",
        "emergency_visits_6_months", "comorbidity_index", "heart_failure", "diabetes", "chronic_lung_disease",
        "egfr_ml_min", "haemoglobin_g_dl", "sodium_mmol_l", "albumin_g_l", "systolic_mmhg",
        "heart_rate_per_min", "medications", "lives_alone", "discharged_home", "follow_up_booked",
    ];
}
