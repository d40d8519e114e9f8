namespace Gradus.Learning.Data.Clinical;

/// <summary>The first 48 hours of a stay in intensive care: what is known of the patient, and measurements at irregular times.</summary>
/// <param name="Record">The number of the record.</param>
/// <param name="Descriptors">Age, Gender, Height, ICUType and Weight at admission; NaN where unknown.</param>
/// <param name="Measurements">The measurements in the order of time.</param>
/// <param name="Died">Whether the patient died in hospital.</param>
public sealed record IcuStay(int Record, IReadOnlyDictionary<string, float> Descriptors, IReadOnlyList<IcuMeasurement> Measurements, bool Died);
