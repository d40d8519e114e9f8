using Gradus.Learning.Data.Augmentations;
using Gradus.Learning.Tests.Fixtures;

namespace Gradus.Learning.Tests.Data.Augmentations;

/// <summary>Moved images against PyTorch's affine_grid and grid_sample.</summary>
public sealed class AffineMapTests
{
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("affine.json");

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Draw_OracleCase_Agrees(int number)
    {
        Case expected = Cases[number];
        float[] moved = new float[expected.Image.Length];

        AffineMap.Inverse(expected.Angle, expected.ShiftX, expected.ShiftY, expected.Scale, expected.Shear).Draw(
            [.. expected.Image.Select(value => (float)value)],
            moved,
            expected.Height,
            expected.Width,
            expected.Mode == "nearest" ? InterpolationMode.Nearest : InterpolationMode.Bilinear,
            fill: 0);

        for (int place = 0; place < moved.Length; place++)
        {
            Close.To(expected.Moved[place], moved[place], 1e-6, 1e-6, $"pixel {place}");
        }
    }

    private sealed record Case(double Angle, double ShiftX, double ShiftY, double Scale, double Shear, int Height, int Width, string Mode, double[] Image, double[] Moved);
}
