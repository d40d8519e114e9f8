using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;

namespace Gradus.Learning.Tests.Training;

/// <summary>η = η₀ / (1 + step / 10).</summary>
internal sealed class Cooling(Optimizer optimizer) : Schedule(optimizer)
{
    public override void Step(double? metric = null)
    {
        LastEpoch++;
        for (int group = 0; group < Optimizer.Groups.Count; group++)
        {
            Optimizer.Groups[group].LearningRate = BaseLearningRates[group] / (1 + (LastEpoch / 10.0));
        }
    }
}
