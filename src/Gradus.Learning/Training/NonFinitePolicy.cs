namespace Gradus.Learning.Training;

/// <summary>What happens when a loss or the norm of the gradients is not finite. Weights never see such a step.</summary>
public enum NonFinitePolicy
{
    /// <summary>Training ends with <see cref="StopReason.NotFinite"/>; the default.</summary>
    Stop,

    /// <summary>The step is left out and counted.</summary>
    Skip,
}
