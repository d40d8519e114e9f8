namespace Gradus.Learning.Data.Clinical;

/// <summary>One measurement of a stay.</summary>
/// <param name="Minute">Minutes since admission.</param>
/// <param name="Parameter">What was measured, as HR or Temp.</param>
/// <param name="Value">The value in the file's unit.</param>
public readonly record struct IcuMeasurement(int Minute, string Parameter, float Value);
