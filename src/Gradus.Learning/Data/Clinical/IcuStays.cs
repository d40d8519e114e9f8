using Gradus.Tensors;

namespace Gradus.Learning.Data.Clinical;

/// <summary>Stays in intensive care.</summary>
/// <param name="Stays">The stays.</param>
public sealed record IcuStays(IReadOnlyList<IcuStay> Stays)
{
    /// <summary>The hours that a record covers.</summary>
    public const int Hours = 48;

    /// <summary>1 for each stay that ended with death in hospital, else 0.</summary>
    /// <returns>One value a stay.</returns>
    public int[] Labels() => [.. Stays.Select(stay => stay.Died ? 1 : 0)];

    /// <summary>The parameters that were measured in any stay, in ordinal order.</summary>
    /// <returns>Their names.</returns>
    public IReadOnlyList<string> Parameters() => [.. Stays.SelectMany(stay => stay.Measurements.Select(measurement => measurement.Parameter)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Measurements on a grid of hours: the last of each hour.</summary>
    /// <param name="parameters">The parameters, in the order wanted.</param>
    /// <param name="mask">float32 [N, 48, P]: 1 where there was a measurement, else 0.</param>
    /// <returns>float32 [N, 48, P] in the file's units; 0 where nothing was measured.</returns>
    public Tensor Hourly(IReadOnlyList<string> parameters, out Tensor mask)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Dictionary<string, int> places = parameters.Select((parameter, place) => (parameter, place)).ToDictionary(entry => entry.parameter, entry => entry.place, StringComparer.Ordinal);
        (float[] values, float[] measured) = (new float[Stays.Count * Hours * parameters.Count], new float[Stays.Count * Hours * parameters.Count]);
        for (int stay = 0; stay < Stays.Count; stay++)
        {
            foreach (IcuMeasurement measurement in Stays[stay].Measurements)
            {
                if (places.TryGetValue(measurement.Parameter, out int parameter))
                {
                    int place = (((stay * Hours) + Math.Min(measurement.Minute / 60, Hours - 1)) * parameters.Count) + parameter;
                    (values[place], measured[place]) = (measurement.Value, 1);
                }
            }
        }

        mask = Tensor.From(measured, Stays.Count, Hours, parameters.Count);
        return Tensor.From(values, Stays.Count, Hours, parameters.Count);
    }
}
