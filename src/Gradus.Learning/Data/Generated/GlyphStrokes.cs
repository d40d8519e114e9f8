namespace Gradus.Learning.Data.Generated;

/// <summary>The ten digits as pen strokes: polylines in a box of width 1 and height 1, origin at the centre, y downwards.</summary>
internal static class GlyphStrokes
{
    private const int ArcPieces = 10;

    /// <summary>The segments (x1, y1, x2, y2) of each digit.</summary>
    public static IReadOnlyList<(float X1, float Y1, float X2, float Y2)[]> Segments { get; } =
    [
        Segmented(Arc(0, 0, 0.28, 0.42, 0, 360)),
        Segmented([(-0.16, -0.26), (0.04, -0.42), (0.04, 0.42)], [(-0.16, 0.42), (0.22, 0.42)]),
        Segmented([.. Arc(0, -0.19, 0.26, 0.23, 190, 385), (-0.27, 0.42), (0.28, 0.42)]),
        Segmented(Arc(-0.02, -0.21, 0.25, 0.21, 210, 450), Arc(-0.02, 0.21, 0.28, 0.21, 270, 510)),
        Segmented([(0.12, 0.42), (0.12, -0.42), (-0.28, 0.16), (0.3, 0.16)]),
        Segmented([(0.24, -0.42), (-0.2, -0.42), (-0.22, -0.06)], Arc(-0.02, 0.15, 0.28, 0.27, 222, 505)),
        Segmented([(0.16, -0.42), (-0.12, -0.12), (-0.26, 0.16)], Arc(0, 0.17, 0.26, 0.25, 0, 360)),
        Segmented([(-0.27, -0.42), (0.27, -0.42), (-0.06, 0.42)]),
        Segmented(Arc(0, -0.21, 0.22, 0.21, 0, 360), Arc(0, 0.21, 0.27, 0.21, 0, 360)),
        Segmented(Arc(0, -0.17, 0.26, 0.25, 0, 360), [(0.26, -0.17), (0.22, 0.14), (0.02, 0.42)]),
    ];

    /// <summary>Points on an ellipse; angles in degrees, 0 to the right, 90 downwards.</summary>
    private static (double X, double Y)[] Arc(double x, double y, double radiusX, double radiusY, double from, double to) =>
        [.. Enumerable.Range(0, ArcPieces + 1).Select(piece =>
        {
            double angle = (from + ((to - from) * piece / ArcPieces)) * Math.PI / 180;
            return (x + (radiusX * Math.Cos(angle)), y + (radiusY * Math.Sin(angle)));
        })];

    private static (float X1, float Y1, float X2, float Y2)[] Segmented(params (double X, double Y)[][] strokes) =>
        [.. strokes.SelectMany(stroke => stroke.Zip(stroke.Skip(1), (from, to) => ((float)from.X, (float)from.Y, (float)to.X, (float)to.Y)))];
}
