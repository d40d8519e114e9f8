using Gradus.Labs.Figures;

namespace Gradus.Hosting.Tests.Figures;

/// <summary>Figures as labs make them, and figures that no lab should make.</summary>
internal static class SampleFigures
{
    public static Figure Curves { get; } = Make(
        new Axis("Epoch"),
        new Axis("Loss", Minimum: 0),
        new BandMark("", [0, 1, 2, 3, 4], [0.7, 0.5, 0.36, 0.3, 0.27], [0.9, 0.62, 0.5, 0.42, 0.41]),
        new LineMark("validation loss, p = 0.5", [0, 1, 2, 3, 4], [0.8, 0.56, 0.43, 0.36, 0.34]),
        new LineMark("training loss, p = 0.5", [0, 1, 2, 3, 4], [0.82, 0.5, 0.3, 0.18, 0.1]),
        new LineMark("a constant guess", [0, 4], [0.693, 0.693], Dashed: true));

    public static Figure Bars { get; } = Make(
        new Axis("Classifier", Categories: ["always the majority class", "logistic regression", "a coin"]),
        new Axis("Share", 0, 1),
        new BarMark("accuracy", [0, 1, 2], [0.95, 0.93, 0.5]),
        new BarMark("AUROC", [0, 1, 2], [0.5, 0.84, 0.51]));

    public static Figure Reliability { get; } = Make(
        new Axis("Predicted risk", 0, 1),
        new Axis("Observed share", 0, 1),
        new LineMark("perfect", [0, 1], [0, 1], Dashed: true),
        new PointMark("before", [0.1, 0.5, 0.9, 0.97], [0.2, 0.45, 0.7, 1.4]));

    public static Figure Logarithmic { get; } = Make(
        new Axis("Learning rate", Logarithmic: true),
        new Axis("Final loss", Logarithmic: true),
        new LineMark("SGD", [1e-4, 1e-3, 1e-2, 0, -1, 1e-1], [2, 0.5, 0.01, 1, 1, 90]));

    public static Figure Make(Axis x, Axis y, params Mark[] marks) => new() { Title = "A figure", Description = "What it shows, in words.", X = x, Y = y, Marks = marks };
}
