using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Log;

/// <summary>The weights of FSRS-6 were fitted to the person's own reviews. What is scheduled keeps its date; memories are told anew by the new weights.</summary>
/// <param name="Weights">The 21 weights.</param>
/// <param name="Stage">Which of them were fitted.</param>
/// <param name="Reviews">The number of scored reviews they were fitted to.</param>
/// <param name="LossBefore">The log loss on the held-out days under the weights in force before.</param>
/// <param name="LossAfter">The log loss on the held-out days under weights fitted to the days before them.</param>
public sealed record WeightsFitted(IReadOnlyList<double> Weights, FitStage Stage, int Reviews, double LossBefore, double LossAfter) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "weights";
}
