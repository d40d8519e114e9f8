using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Dropout.</summary>
internal static class RegularizationTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("dropout", x => x[0].Dropout(0.4, new Rng(3)), Matrix) { Reference = x => Dropped(x[0], 0.4, new Rng(3)), Extremes = Extremes.All, Units = 1, Lengths = length => [[length]], OtherTypes = OpSpec.Integers, Large = [[101, 999]] },
        new("feature dropout", x => x[0].FeatureDropout(0.4, new Rng(3)), [rng => [Real(rng, 3, 4, 2)]])
        {
            Reference = x =>
            {
                Plain kept = Dropped(Plain.From([x[0].Shape[0] * x[0].Shape[1]], _ => 1), 0.4, new Rng(3));
                return Plain.From(x[0].Shape, index => x[0][index] * kept[(index[0] * x[0].Shape[1]) + index[1]]);
            },
            Extremes = Extremes.All,
            Units = 1,
            Lengths = length => [[3, 4, length]],
            Large = [[30, 40, 99]],
            OtherTypes = OpSpec.Integers,
        },
        new("alpha dropout", x => x[0].AlphaDropout(0.4, new Rng(3)), Matrix) { NoReference = "DropoutTests hold its mean and variance.", NoExtremes = LeftOut.NoReference, NoLengths = LeftOut.NoReference, Large = [[101, 999]], OtherTypes = OpSpec.Integers },
    ];

    // The random words in their order, one for each element: kept where it is at least p · 2³².
    private static Plain Dropped(Plain x, double probability, Rng rng) => new(x.Shape, [.. x.Values.Select(value => rng.NextUInt() >= Math.Round(probability * 4294967296.0) ? value / (1 - probability) : value * 0)]);
}
