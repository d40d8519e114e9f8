using Gradus.Learning.Training;

namespace Gradus.Learning.Tests.Training;

/// <summary>Calls a function for each report, on the thread of the training.</summary>
internal sealed class Watcher(Action<TrainingProgress> seen) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => seen(value);
}
