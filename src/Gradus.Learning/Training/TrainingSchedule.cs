using Gradus.Learning.Schedules;

namespace Gradus.Learning.Training;

/// <summary>A schedule of learning rates and when the trainer moves it on.</summary>
/// <param name="Schedule">The schedule. One that watches a figure is given the validation loss (the training loss where there is none) after each epoch, and stays where it is after an epoch that has neither.</param>
/// <param name="Every">After each step that changed weights, the default, or after each epoch.</param>
public sealed record TrainingSchedule(Schedule Schedule, ScheduleInterval Every = ScheduleInterval.Step);
