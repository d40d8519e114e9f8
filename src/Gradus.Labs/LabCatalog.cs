using Gradus.Labs.GradientsAndInitialization.ZeroInitialization;
using Gradus.Labs.LossesAndOutputs.LogitsIntoTheLoss;
using Gradus.Labs.MetricsAndCalibration.AccuracyTrap;
using Gradus.Labs.MetricsAndCalibration.TemperatureAndPlattScaling;
using Gradus.Labs.RegularizationAndNormalization.Dropout;
using Gradus.Labs.RegularizationAndNormalization.TrainAndEvaluationMode;

namespace Gradus.Labs;

/// <summary>All labs.</summary>
public static class LabCatalog
{
    /// <summary>The labs in alphabetical order of their ids.</summary>
    public static IReadOnlyList<Lab> All { get; } =
    [
        new AccuracyTrapLab(),
        new DropoutLab(),
        new LogitsIntoTheLossLab(),
        new TemperatureAndPlattScalingLab(),
        new TrainAndEvaluationModeLab(),
        new ZeroInitializationLab(),
    ];

    /// <summary>The lab with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The lab, or null where there is none.</returns>
    public static Lab? Find(string id) => All.FirstOrDefault(lab => lab.Id == id);
}
